//! What a call costs.
//!
//! The ASN.1 module is `CSTA-charge-info`.

use crate::{OctetString, SequenceOf, choice, enumerated, sequence};

enumerated! {
    /// DOC
    pub enum ChargingInfoTypeOfChargingInfo "ChargingInfoTypeOfChargingInfo" {
        SubTotal "subTotal" = 0,
        Total "total" = 1,
    }
}

sequence! {
    /// DOC
    pub struct ChargingInfo<'a> "ChargingInfo" {
        number_units "numberUnits": NumberUnits<'a>,
        type_of_charging_info "typeOfChargingInfo": ChargingInfoTypeOfChargingInfo,
    }
}

choice! {
    /// DOC
    pub enum NumberUnits<'a> "NumberUnits" {
        NumberOfChargeUnits "numberOfChargeUnits" [0 IMPLICIT]: NumberOfChargingUnits<'a>,
        NumberOfCurrencyUnits "numberOfCurrencyUnits" [1 IMPLICIT]: NumberOfCurrencyUnits<'a>,
    }
}

sequence! {
    /// DOC
    pub struct NumberOfChargingUnitsEntry<'a> "NumberOfChargingUnitsEntry" {
        charging_units "chargingUnits": i64,
        type_of_units "typeOfUnits": OctetString<'a> = OPTIONAL,
    }
}

/// DOC
pub type NumberOfChargingUnits<'a> = SequenceOf<'a, NumberOfChargingUnitsEntry<'a>>;

enumerated! {
    /// DOC
    pub enum NumberOfCurrencyUnitsCurrencyMultiplier "NumberOfCurrencyUnitsCurrencyMultiplier" {
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
    /// DOC
    pub struct NumberOfCurrencyUnits<'a> "NumberOfCurrencyUnits" {
        currency_type "currencyType": OctetString<'a>,
        currency_amount "currencyAmount": i64,
        currency_multiplier "currencyMultiplier": NumberOfCurrencyUnitsCurrencyMultiplier,
    }
}
