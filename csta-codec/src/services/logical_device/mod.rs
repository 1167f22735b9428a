//! Logical device features: agents, forwarding, do not disturb, call back and the like.

mod agent_state;
mod auto_answer;
mod auto_work_mode;
mod call_back;
mod caller_id_status;
mod do_not_disturb;
mod forwarding;
mod last_number_dialed;
mod presence_state;
mod routeing_mode;

pub use agent_state::*;
pub use auto_answer::*;
pub use auto_work_mode::*;
pub use call_back::*;
pub use caller_id_status::*;
pub use do_not_disturb::*;
pub use forwarding::*;
pub use last_number_dialed::*;
pub use presence_state::*;
pub use routeing_mode::*;
