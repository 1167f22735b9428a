//! What a call costs.
//!
//! The ASN.1 module is `CSTA-charge-info`.

use crate::{OctetString, SequenceOf, choice, enumerated, sequence};

enumerated! {
    /// Whether charges are final.
    pub enum ChargingInfoType "ChargingInfoTypeOfChargingInfo" {
        /// The call goes on.
        SubTotal "subTotal" = 0,
        /// The call has ended.
        Total "total" = 1,
    }
}

sequence! {
    /// What a call costs, so far or in all.
    pub struct ChargingInfo<'a> "ChargingInfo" {
        number_units "numberUnits": NumberUnits<'a>,
        type_of_charging_info "typeOfChargingInfo": ChargingInfoType,
    }
}

choice! {
    /// A charge, in units or in money.
    pub enum NumberUnits<'a> "NumberUnits" {
        NumberOfChargeUnits "numberOfChargeUnits" [0 IMPLICIT]: NumberOfChargingUnits<'a>,
        NumberOfCurrencyUnits "numberOfCurrencyUnits" [1 IMPLICIT]: NumberOfCurrencyUnits<'a>,
    }
}

sequence! {
    /// Charging units of one kind.
    pub struct ChargingUnits<'a> "NumberOfChargingUnitsEntry" {
        charging_units "chargingUnits": i64,
        type_of_units "typeOfUnits": OctetString<'a> = OPTIONAL,
    }
}

/// Charging units, for each kind of unit.
pub type NumberOfChargingUnits<'a> = SequenceOf<'a, ChargingUnits<'a>>;

enumerated! {
    /// What an amount of money is multiplied by.
    pub enum CurrencyMultiplier "NumberOfCurrencyUnitsCurrencyMultiplier" {
        OneThousandth "oneThousandth" = 0,
        OneHundredth "oneHundredth" = 1,
        OneTenth "oneTenth" = 2,
        One "one" = 3,
        Ten "ten" = 4,
        Hundred "hundred" = 5,
        Thousand "thousand" = 6,
    }
}

sequence! {
    /// An amount of money.
    pub struct NumberOfCurrencyUnits<'a> "NumberOfCurrencyUnits" {
        /// The currency's abbreviation.
        currency_type "currencyType": OctetString<'a>,
        /// To be multiplied by `currency_multiplier`.
        currency_amount "currencyAmount": i64,
        currency_multiplier "currencyMultiplier": CurrencyMultiplier,
    }
}
