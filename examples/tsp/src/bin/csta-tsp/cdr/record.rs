//! A call record as a row of a table.

use csta_codec::services::CdrReportArgument;
use csta_codec::types::{
    CdrInformationItem, ChargedDevice, CurrencyMultiplier, NumberOfCurrencyUnits, NumberUnits,
};
use csta_codec::{Ber as _, Owned};
use kme_private::PrivateDataCarrier as _;
use numfmt::List;
use ring::digest::{SHA256, digest};
use tsp::Party;

/// How many octets of the hash name a record.
const ID: usize = 16;

/// A call record as a row. What the PBX does not tell is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Row {
    /// Names the record: equal for records that are equal, octet for octet, but for their place in
    /// the report.
    pub(super) id: String,
    /// When the PBX wrote it, in the PBX's local time: `2026-11-27 16:04:59`.
    created: String,
    /// `incoming`, `outgoing` or `internal`.
    direction: &'static str,
    /// Who called.
    caller: String,
    /// Who was called.
    called: String,
    /// The trunk line it took.
    trunk: String,
    /// Who pays.
    charged: String,
    /// When it was answered, in the PBX's local time.
    started: String,
    /// When it ended, in the PBX's local time.
    ended: String,
    /// How long it lasted.
    seconds: String,
    /// What it cost in money, in `currency`.
    charge: String,
    /// The currency.
    currency: String,
    /// What it cost in charging units.
    units: String,
    /// How it ended, such as `normalClearing`.
    reason: String,
    /// Why it is not an ordinary call, such as `tr` for a transferred one.
    condition: String,
    /// The account code.
    account: String,
    /// Supplementary services that it used.
    supplementary: String,
    /// The record as it came, in hexadecimal, for all that has no column.
    record: String,
}

impl Row {
    /// The columns: the name of each, and what stands in it.
    pub(crate) fn cells(&self) -> [(&'static str, &str); 18] {
        [
            ("id", &self.id),
            ("created", &self.created),
            ("direction", self.direction),
            ("caller", &self.caller),
            ("called", &self.called),
            ("trunk", &self.trunk),
            ("charged", &self.charged),
            ("started", &self.started),
            ("ended", &self.ended),
            ("seconds", &self.seconds),
            ("charge", &self.charge),
            ("currency", &self.currency),
            ("units", &self.units),
            ("reason", &self.reason),
            ("condition", &self.condition),
            ("account", &self.account),
            ("supplementary", &self.supplementary),
            ("record", &self.record),
        ]
    }

    /// The names of the columns.
    pub(super) fn columns() -> [&'static str; 18] {
        Self::default().cells().map(|(name, _)| name)
    }

    /// What stands in the columns.
    pub(super) fn values(&self) -> [&str; 18] {
        self.cells().map(|(_, value)| value)
    }

    /// The rows of a report. `show` gives a party as it is shown, by the rules for the direction of
    /// its call.
    pub(super) fn of_report(
        report: &Owned<CdrReportArgument<'static>>,
        show: impl Fn(&Party, List) -> Party,
    ) -> Vec<Self> {
        let argument = report.get();
        let condition = argument.extensions.condition_code();
        let condition = condition.map(|code| code.to_string()).unwrap_or_default();
        argument.cdr_info.iter().map(|record| Self::new(&record, &condition, &show)).collect()
    }

    fn new(
        record: &CdrInformationItem<'_>,
        condition: &str,
        show: impl Fn(&Party, List) -> Party,
    ) -> Self {
        let trunk_in = record.associated_calling_device.as_ref().map(Party::from);
        let trunk_out = record.associated_called_device.as_ref().map(Party::from);
        let (direction, list) = match (&trunk_in, &trunk_out) {
            (Some(_), _) => ("incoming", List::Incoming),
            (None, Some(_)) => ("outgoing", List::Outgoing),
            (None, None) => ("internal", List::Outgoing),
        };
        let party = |party: Option<Party>| {
            let shown = party.map(|party| show(&party, list)).filter(Party::is_known);
            shown.map(|party| party.to_string()).unwrap_or_default()
        };
        // What the network gave is better than what the PBX made of it.
        let caller = record.network_calling_device.as_ref().map(Party::from);
        let caller = caller.filter(Party::is_known);
        let caller = caller.or_else(|| record.calling_device.as_ref().map(Party::from));
        let called = record.called_device.as_ref().map(Party::from).filter(Party::is_known);
        let called = called.or_else(|| record.network_called_device.as_ref().map(Party::from));
        let charged = record.charged_device.as_ref().and_then(|charged| match charged {
            ChargedDevice::Operator(device) | ChargedDevice::NonOperator(device) => {
                Some(Party::from(device))
            }
            ChargedDevice::Unrecognised(_) => None,
        });
        let mut row = Self {
            id: name_of(record),
            created: time(&record.record_creation_time.to_string()),
            direction,
            caller: party(caller),
            called: party(called),
            trunk: trunk_in.or(trunk_out).map(|trunk| trunk.to_string()).unwrap_or_default(),
            charged: party(charged),
            started: record.connection_start.map(|at| time(&at.to_string())).unwrap_or_default(),
            ended: record.connection_end.map(|at| time(&at.to_string())).unwrap_or_default(),
            seconds: record.connection_duration.map(tenths).unwrap_or_default(),
            reason: record.reason_for_term.map(|reason| reason.to_string()).unwrap_or_default(),
            condition: condition.to_owned(),
            account: record
                .account_info
                .map(|account| text(account.as_bytes()))
                .unwrap_or_default(),
            supplementary: record
                .suppl_service_info
                .map(|used| used.names().collect::<Vec<_>>().join(" "))
                .unwrap_or_default(),
            record: hex(&record.encode()),
            ..Self::default()
        };
        if let Some(charging) = &record.charging_info {
            row.charge(&charging.number_units);
        }
        row
    }

    fn charge(&mut self, units: &NumberUnits<'_>) {
        match units {
            NumberUnits::NumberOfChargeUnits(units) => {
                let sum: i128 = units.iter().map(|units| i128::from(units.charging_units)).sum();
                self.units = sum.to_string();
            }
            NumberUnits::NumberOfCurrencyUnits(money) => {
                self.charge = amount(money);
                self.currency = text(money.currency_type.as_bytes());
            }
            NumberUnits::Unrecognised(_) => {}
        }
    }
}

/// A name for a record: a hash of its octets without its place in the report, which is another when
/// the PBX sends it again.
fn name_of(record: &CdrInformationItem<'_>) -> String {
    let record = CdrInformationItem { record_number: None, ..*record };
    let hash = digest(&SHA256, &record.encode());
    hex(hash.as_ref().get(..ID).unwrap_or_default())
}

fn hex(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02x}")).collect()
}

/// Text of the PBX, on one line.
fn text(octets: &[u8]) -> String {
    let text = String::from_utf8_lossy(octets);
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>().trim().to_owned()
}

/// A duration of the PBX, which counts tenths of a second.
fn tenths(duration: i64) -> String {
    let sign = if duration < 0 { "-" } else { "" };
    let duration = duration.unsigned_abs();
    format!("{sign}{}.{}", duration / 10, duration % 10)
}

/// An amount of money as a decimal number.
fn amount(money: &NumberOfCurrencyUnits<'_>) -> String {
    let (factor, decimals) = match money.currency_multiplier {
        CurrencyMultiplier::OneThousandth => (1, 3),
        CurrencyMultiplier::OneHundredth => (1, 2),
        CurrencyMultiplier::OneTenth => (1, 1),
        CurrencyMultiplier::Ten => (10, 0),
        CurrencyMultiplier::Hundred => (100, 0),
        CurrencyMultiplier::Thousand => (1000, 0),
        _ => (1, 0),
    };
    let amount = i128::from(money.currency_amount) * factor;
    let (sign, amount) = (if amount < 0 { "-" } else { "" }, amount.unsigned_abs());
    let unit = 10_u128.pow(decimals);
    match decimals {
        0 => format!("{sign}{amount}"),
        _ => {
            format!("{sign}{}.{:0width$}", amount / unit, amount % unit, width = decimals as usize)
        }
    }
}

/// A GeneralizedTime in readable form, `2026-11-27 16:04:59`; as it came if it is none.
fn time(text: &str) -> String {
    let parts = (|| {
        let digits = text.get(..14)?;
        digits.bytes().all(|octet| octet.is_ascii_digit()).then_some(())?;
        let part = |from: usize, to: usize| digits.get(from..to);
        let date = format!("{}-{}-{}", part(0, 4)?, part(4, 6)?, part(6, 8)?);
        let time = format!("{}:{}:{}", part(8, 10)?, part(10, 12)?, part(12, 14)?);
        Some(format!("{date} {time}{}", text.get(14..)?))
    })();
    parts.unwrap_or_else(|| text.to_owned())
}
