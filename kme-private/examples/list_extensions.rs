//! Lists the extensions of a switch from the frames it sends in answer to the request for them,
//! one on a line in hexadecimal, without the length in front.
#![expect(clippy::print_stdout, reason = "it is what the program is for")]

use std::error::Error;
use std::io::stdin;
use std::time::Instant;

use csta_codec::rose::{Code, Invoke, ReturnResult, Rose};
use csta_codec::services::{Escape, EscapeArgument, EscapeResult};
use csta_codec::{Apdu, Ber, OctetString, Operation};
use kme_private::{
    DeviceCategory, DeviceDirectory, DeviceListAssembler, DialogueId, escape_for_devices,
};

fn main() -> Result<(), Box<dyn Error>> {
    let mut assembler = DeviceListAssembler::default();
    let dialogue = assembler.start(Instant::now(), DeviceCategory::Station)?;
    let argument = escape_for_devices(DeviceCategory::Station);
    let request = Apdu::from(Rose::Invoke(Invoke {
        argument: Some(argument.element()),
        ..Invoke::new(1, Code::Local(Escape::CODE))
    }));
    println!("to be sent: {}", OctetString(&request.encode()));

    for line in stdin().lines() {
        receive(&mut assembler, dialogue, &from_hexadecimal(&line?)?)?;
    }
    // No more will come: what there is by now is the list.
    if let Some(deadline) = assembler.poll_timeout() {
        assembler.handle_timeout(deadline);
    }

    let mut directory = DeviceDirectory::new();
    while let Some(outcome) = assembler.poll_outcome() {
        let list = outcome.list?;
        println!("the list is {:?}", list.completeness());
        directory.insert_list(&list);
    }
    for device in directory.iter() {
        let number = device.number.as_deref().unwrap_or("-");
        let state = if device.is_in_service() { "in service" } else { "not in service" };
        println!("{number:8} {:24} {state}", device.device_number.to_string());
    }
    Ok(())
}

/// Gives a frame to the assembler, as far as it is about the list.
fn receive(
    assembler: &mut DeviceListAssembler,
    dialogue: DialogueId,
    frame: &[u8],
) -> Result<(), Box<dyn Error>> {
    match Apdu::decode(frame)? {
        Apdu::Rose(Rose::ReturnResult(ReturnResult { result: Some(result), .. })) => {
            let result: EscapeResult<'_> = result.result.read()?;
            assembler.handle_result(Instant::now(), dialogue, &result)?;
        }
        Apdu::Rose(Rose::Invoke(Invoke { operation, argument: Some(argument), .. }))
            if operation == Code::Local(Escape::CODE) =>
        {
            let request: EscapeArgument<'_> = argument.read()?;
            assembler.handle_private_data(Instant::now(), &request);
        }
        _ => {}
    }
    Ok(())
}

fn from_hexadecimal(line: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    Ok(line
        .split_whitespace()
        .map(|octet| u8::from_str_radix(octet, 16))
        .collect::<Result<_, _>>()?)
}
