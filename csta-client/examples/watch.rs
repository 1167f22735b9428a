//! Lists the extensions of a Panasonic switch and shows what happens at them, until the
//! association ends.
//!
//! ```sh
//! cargo run -p csta-client --example watch -- 192.168.0.101
//! ```

#![expect(clippy::print_stdout, reason = "it is a program")]

use csta_client::{Client, Error, MonitorItem};
use csta_codec::types::DeviceId;
use futures::StreamExt;
use futures::stream::select_all;
use kme_private::DeviceCategory;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1".to_owned());
    let (client, connection) = Client::builder().address(address).connect().await?;
    let end = tokio::spawn(connection.run());

    let mut monitors = Vec::new();
    for extension in client.device_list(DeviceCategory::Station).await?.entries() {
        let Some(number) = extension.number.and_then(|number| number.as_str().ok()) else {
            continue;
        };
        match client.monitor(DeviceId::dialing_number(number), None).await {
            Ok(monitor) => monitors.push(monitor),
            Err(error) => println!("{number}: {error}"),
        }
    }
    println!("{} extensions are watched", monitors.len());

    let mut items = select_all(monitors);
    while let Some(item) = items.next().await {
        match item {
            MonitorItem::Event(event) => println!("{:?}", event.get().event_specific_info),
            MonitorItem::Lagged(lost) => println!("{lost} events were lost"),
            MonitorItem::Ended(why) => println!("{why}"),
        }
    }
    drop((items, client));
    if let Ok(reason) = end.await {
        println!("{reason}");
    }
    Ok(())
}
