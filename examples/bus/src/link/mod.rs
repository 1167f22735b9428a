//! A site of the bus as a CSTA link: what an application asks for on it goes to the site as requests
//! over NATS, and the events of the site come as those of monitors.

mod devices;
mod message;
mod monitors;
mod request;
mod serving;
mod site_link;

pub use site_link::SiteLink;
