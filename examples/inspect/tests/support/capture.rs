//! Captures, written packet by packet.

use std::path::PathBuf;

use etherparse::PacketBuilder;

/// How the packets of a capture begin.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Link {
    Ethernet,
    Null,
    Raw,
    LinuxCooked,
    LinuxCooked2,
}

impl Link {
    const fn number(self) -> u32 {
        match self {
            Self::Null => 0,
            Self::Ethernet => 1,
            Self::Raw => 101,
            Self::LinuxCooked => 113,
            Self::LinuxCooked2 => 276,
        }
    }

    fn header(self, is_ipv6: bool) -> Vec<u8> {
        let kind: [u8; 2] = if is_ipv6 { [0x86, 0xDD] } else { [0x08, 0x00] };
        match self {
            Self::Raw => Vec::new(),
            Self::Null => vec![if is_ipv6 { 30 } else { 2 }, 0, 0, 0],
            Self::Ethernet => [&[2; 12], kind.as_slice()].concat(),
            Self::LinuxCooked => [&[0; 14], kind.as_slice()].concat(),
            Self::LinuxCooked2 => [kind.as_slice(), &[0; 18]].concat(),
        }
    }
}

/// One end of the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum From {
    Application,
    Switch,
}

/// Packets between an application at port 50000 and a switch, a millisecond apart.
#[derive(Debug)]
pub(crate) struct Capture {
    link: Link,
    is_ipv6: bool,
    pub(crate) switch_port: u16,
    packets: Vec<Vec<u8>>,
}

/// Sequence numbers begin near the end, so that they wrap around.
pub(crate) const FIRST: u32 = u32::MAX - 20;

impl Capture {
    pub(crate) fn new(link: Link, is_ipv6: bool) -> Self {
        Self { link, is_ipv6, switch_port: 33_333, packets: Vec::new() }
    }

    pub(crate) fn ethernet() -> Self {
        Self::new(Link::Ethernet, false)
    }

    /// Both ends open the connection.
    pub(crate) fn open(&mut self) -> &mut Self {
        self.packet(From::Application, FIRST.wrapping_sub(1), &[], true);
        self.packet(From::Switch, FIRST.wrapping_sub(1), &[], true)
    }

    /// What one end sends, from an offset in all that it sends.
    pub(crate) fn data(&mut self, from: From, offset: usize, data: &[u8]) -> &mut Self {
        self.packet(from, FIRST.wrapping_add(u32::try_from(offset).unwrap()), data, false)
    }

    fn packet(&mut self, from: From, sequence: u32, data: &[u8], is_syn: bool) -> &mut Self {
        let (source, destination) = match from {
            From::Application => (50_000, self.switch_port),
            From::Switch => (self.switch_port, 50_000),
        };
        let (a, b) = if from == From::Application { (1, 2) } else { (2, 1) };
        let ip = if self.is_ipv6 {
            let address = |last| std::net::Ipv6Addr::new(0xFD00, 0, 0, 0, 0, 0, 0, last).octets();
            PacketBuilder::ipv6(address(a), address(b), 64)
        } else {
            let address = |last| [10, 0, 0, u8::try_from(last).unwrap()];
            PacketBuilder::ipv4(address(a), address(b), 64)
        };
        let mut tcp = ip.tcp(source, destination, sequence, 1000);
        if is_syn {
            tcp = tcp.syn();
        }
        if !(is_syn && from == From::Application) {
            tcp = tcp.ack(1);
        }
        let mut packet = self.link.header(self.is_ipv6);
        tcp.write(&mut packet, data).unwrap();
        self.packets.push(packet);
        self
    }

    /// In the form of pcap, with microseconds.
    pub(crate) fn pcap(&self) -> Vec<u8> {
        let mut file = Vec::new();
        for number in [0xA1B2_C3D4_u32, 0x0004_0002, 0, 0, 262_144, self.link.number()] {
            file.extend(number.to_le_bytes());
        }
        for (index, packet) in (0_u32..).zip(&self.packets) {
            let length = u32::try_from(packet.len()).unwrap();
            for number in [1_700_000_000, index * 1000, length, length] {
                file.extend(number.to_le_bytes());
            }
            file.extend(packet);
        }
        file
    }

    /// In the form of pcapng, with nanoseconds.
    pub(crate) fn pcapng(&self) -> Vec<u8> {
        let block = |kind: u32, body: &[u8]| {
            let length = u32::try_from(body.len() + 12).unwrap().to_le_bytes();
            [kind.to_le_bytes().as_slice(), &length, body, &length].concat()
        };
        let mut file = block(
            0x0A0D_0D0A,
            &[0x4D, 0x3C, 0x2B, 0x1A, 1, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255],
        );
        let link = self.link.number().to_le_bytes();
        // if_tsresol 9, end of options
        let options = [9, 0, 1, 0, 9, 0, 0, 0, 0, 0, 0, 0];
        file.extend(block(1, &[link.as_slice(), &262_144_u32.to_le_bytes(), &options].concat()));
        for (index, packet) in (0_u64..).zip(&self.packets) {
            let time = 1_700_000_000_000_000_000 + index * 1_000_000;
            let length = u32::try_from(packet.len()).unwrap();
            let (high, low) = ((time >> 32) as u32, time as u32);
            let mut body: Vec<u8> =
                [0, high, low, length, length].into_iter().flat_map(u32::to_le_bytes).collect();
            body.extend(packet);
            body.resize(body.len().next_multiple_of(4), 0);
            file.extend(block(6, &body));
        }
        file
    }
}

/// A file that is gone at the end.
#[derive(Debug)]
pub(crate) struct TemporaryFile(PathBuf);

impl TemporaryFile {
    pub(crate) fn new(name: &str, content: &[u8]) -> Self {
        let path = std::env::temp_dir().join(format!("csta-inspect-{}-{name}", std::process::id()));
        std::fs::write(&path, content).unwrap();
        Self(path)
    }

    pub(crate) fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}
