//! From a capture to the segments of TCP in it.

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read};
use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use std::time::Duration;

use etherparse::{EtherType, LaxNetSlice, LaxSlicedPacket, TransportSlice};
use pcap_parser::{Block, Linktype, PcapBlockOwned, PcapError, create_reader};

use crate::error::Error;

/// How long a block of a capture can be; snap lengths are 262,144 octets at most.
const LONGEST_BLOCK: usize = 1 << 20;

/// The second form of Linux's cooked captures, which tcpdump writes for the device `any`.
const LINUX_SLL2: Linktype = Linktype(276);

/// A segment of TCP.
#[derive(Debug)]
pub(crate) struct Segment {
    /// When it was captured, from 1970 on.
    pub(crate) time: Duration,
    pub(crate) source: SocketAddr,
    pub(crate) destination: SocketAddr,
    pub(crate) sequence: u32,
    /// Whether it opens a direction.
    pub(crate) is_syn: bool,
    /// Whether it is the first of a connection.
    pub(crate) is_first: bool,
    pub(crate) payload: Vec<u8>,
}

impl Segment {
    pub(crate) const fn has_port(&self, port: u16) -> bool {
        self.source.port() == port || self.destination.port() == port
    }
}

/// What was in the capture and could not be looked into.
#[derive(Debug, Default)]
pub(crate) struct Skipped {
    /// Packets of links whose form is not known.
    pub(crate) unknown_links: usize,
    /// Parts of packets of IP.
    pub(crate) fragments: usize,
    /// Packets whose headers are cut off or wrong.
    pub(crate) broken: usize,
    /// Whether the file ends within a packet.
    pub(crate) is_cut_off: bool,
}

impl Skipped {
    /// Whether there was anything.
    pub(crate) const fn any(&self) -> bool {
        self.unknown_links + self.fragments + self.broken > 0 || self.is_cut_off
    }
}

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "skipped: ";
        for (number, what) in [
            (self.unknown_links, "packets of other links"),
            (self.fragments, "fragments of IP"),
            (self.broken, "broken packets"),
        ] {
            if number > 0 {
                write!(f, "{separator}{number} {what}")?;
                separator = ", ";
            }
        }
        if self.is_cut_off {
            let separator = if separator == ", " { "; " } else { "" };
            write!(f, "{separator}the capture is cut off or broken at its end")?;
        }
        Ok(())
    }
}

/// How an interface of a capture writes its packets.
struct Interface {
    link: Linktype,
    /// Ticks in a second.
    resolution: u64,
    offset: u64,
}

/// Whether a file begins as pcap and pcapng do.
pub(crate) fn is_capture(content: &[u8]) -> bool {
    matches!(
        content,
        [0xD4, 0xC3, 0xB2, 0xA1, ..]
            | [0xA1, 0xB2, 0xC3, 0xD4, ..]
            | [0x4D, 0x3C, 0xB2, 0xA1, ..]
            | [0xA1, 0xB2, 0x3C, 0x4D, ..]
            | [0x0A, 0x0D, 0x0D, 0x0A, ..]
    )
}

/// Hands over each segment of TCP in a capture, or in standard input for `-`.
pub(crate) fn read(
    path: &Path,
    mut each: impl FnMut(Segment) -> Result<(), Error>,
) -> Result<Skipped, Error> {
    let failed = |source| Error::input(path, source);
    let file: Box<dyn Read + Send> = match path.to_str() {
        Some("-") => Box::new(io::stdin()),
        _ => Box::new(File::open(path).map_err(failed)?),
    };
    let mut file = BufReader::new(file);
    // The reader of captures does not tell why it cannot read, such as a directory.
    file.fill_buf().map_err(failed)?;
    let mut reader =
        create_reader(LONGEST_BLOCK, file).map_err(|_| Error::NoCapture(path.to_owned()))?;
    let mut skipped = Skipped::default();
    let mut interfaces: Vec<Interface> = Vec::new();
    loop {
        let wants_more = match reader.next() {
            Ok((length, block)) => {
                if let Some((interface, time, data)) = packet(&block, &mut interfaces) {
                    let segment = segment(interface.link, time, data, &mut skipped);
                    segment.map_or(Ok(()), &mut each)?;
                }
                reader.consume(length);
                false
            }
            Err(PcapError::Eof) => return Ok(skipped),
            Err(PcapError::Incomplete(_)) => true,
            Err(_) => {
                skipped.is_cut_off = true;
                return Ok(skipped);
            }
        };
        if wants_more && (reader.reader_exhausted() || reader.refill().is_err()) {
            skipped.is_cut_off = true;
            return Ok(skipped);
        }
    }
}

/// The packet in a block, if it holds one; what it says of interfaces is remembered.
fn packet<'i, 'b>(
    block: &'b PcapBlockOwned<'_>,
    interfaces: &'i mut Vec<Interface>,
) -> Option<(&'i Interface, Duration, &'b [u8])> {
    match block {
        PcapBlockOwned::LegacyHeader(header) => {
            let resolution =
                if header.is_nanosecond_precision() { 1_000_000_000 } else { 1_000_000 };
            interfaces.push(Interface { link: header.network, resolution, offset: 0 });
            None
        }
        PcapBlockOwned::Legacy(packet) => {
            let interface = interfaces.first()?;
            let time = time(packet.ts_sec.into(), packet.ts_usec.into(), interface.resolution);
            Some((interface, time, packet.data))
        }
        PcapBlockOwned::NG(Block::SectionHeader(_)) => {
            interfaces.clear();
            None
        }
        PcapBlockOwned::NG(Block::InterfaceDescription(description)) => {
            interfaces.push(Interface {
                link: description.linktype,
                resolution: description.ts_resolution().unwrap_or(1_000_000),
                offset: u64::try_from(description.ts_offset()).unwrap_or_default(),
            });
            None
        }
        PcapBlockOwned::NG(Block::EnhancedPacket(packet)) => {
            let interface = interfaces.get(usize::try_from(packet.if_id).ok()?)?;
            let ticks = u64::from(packet.ts_high) << 32 | u64::from(packet.ts_low);
            let resolution = interface.resolution.max(1);
            let seconds = (ticks / resolution).saturating_add(interface.offset);
            let time = time(seconds, ticks % resolution, resolution);
            let captured = usize::try_from(packet.caplen).ok()?;
            Some((interface, time, packet.data.get(..captured).unwrap_or(packet.data)))
        }
        PcapBlockOwned::NG(Block::SimplePacket(packet)) => {
            Some((interfaces.first()?, Duration::ZERO, packet.data))
        }
        PcapBlockOwned::NG(_) => None,
    }
}

fn time(seconds: u64, ticks: u64, resolution: u64) -> Duration {
    let nanoseconds = u128::from(ticks) * 1_000_000_000 / u128::from(resolution);
    Duration::from_secs(seconds)
        + Duration::from_nanos(u64::try_from(nanoseconds).unwrap_or_default())
}

/// The segment of TCP in a packet.
fn segment(link: Linktype, time: Duration, data: &[u8], skipped: &mut Skipped) -> Option<Segment> {
    let packet = match link {
        Linktype::ETHERNET => LaxSlicedPacket::from_ethernet(data).ok(),
        // Four octets say which network it is; IP tells that itself.
        Linktype::NULL | Linktype::LOOP => ip(data.get(4..)),
        Linktype(12 | 14 | 101 | 228 | 229) => ip(Some(data)),
        Linktype::LINUX_SLL => ether_type(data, 14, 16),
        LINUX_SLL2 => ether_type(data, 0, 20),
        _ => {
            skipped.unknown_links += 1;
            return None;
        }
    };
    let Some(packet) = packet else {
        skipped.broken += 1;
        return None;
    };
    let (source, destination, is_fragment) = match packet.net.as_ref()? {
        LaxNetSlice::Ipv4(ip) => {
            let header = ip.header();
            let (from, to) = (header.source_addr(), header.destination_addr());
            (IpAddr::V4(from), IpAddr::V4(to), ip.is_payload_fragmented())
        }
        LaxNetSlice::Ipv6(ip) => {
            let header = ip.header();
            let (from, to) = (header.source_addr(), header.destination_addr());
            (IpAddr::V6(from), IpAddr::V6(to), ip.is_payload_fragmented())
        }
        LaxNetSlice::Arp(_) => return None,
    };
    if is_fragment {
        skipped.fragments += 1;
        return None;
    }
    let tcp = match packet.transport {
        Some(TransportSlice::Tcp(tcp)) => tcp,
        Some(_) => return None,
        None => {
            skipped.broken += usize::from(packet.stop_err.is_some());
            return None;
        }
    };
    Some(Segment {
        time,
        source: SocketAddr::new(source, tcp.source_port()),
        destination: SocketAddr::new(destination, tcp.destination_port()),
        sequence: tcp.sequence_number(),
        is_syn: tcp.syn(),
        is_first: tcp.syn() && !tcp.ack(),
        payload: tcp.payload().to_vec(),
    })
}

fn ip(data: Option<&[u8]>) -> Option<LaxSlicedPacket<'_>> {
    LaxSlicedPacket::from_ip(data?).ok()
}

/// A packet behind a header of `length` octets that has the type of its network at `offset`.
fn ether_type(data: &[u8], offset: usize, length: usize) -> Option<LaxSlicedPacket<'_>> {
    let (kind, _) = data.get(offset..)?.split_first_chunk()?;
    let kind = EtherType(u16::from_be_bytes(*kind));
    Some(LaxSlicedPacket::from_ether_type(kind, data.get(length..)?))
}

/// What TCP carries in a packet that begins with IP or Ethernet; nothing, if it only acknowledges.
pub(crate) fn payload(octets: &[u8]) -> Option<Vec<u8>> {
    [Linktype(101), Linktype::ETHERNET].into_iter().find_map(|link| {
        let segment = segment(link, Duration::ZERO, octets, &mut Skipped::default())?;
        Some(segment.payload)
    })
}
