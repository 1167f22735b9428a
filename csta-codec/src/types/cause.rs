//! Why events happen.
//!
//! The ASN.1 module is `CSTA-event-causes`.

use crate::enumerated;

enumerated! {
    /// Why an event happened.
    pub enum EventCause "EventCause" {
        /// Somebody joins and can be heard.
        ActiveParticipation "activeParticipation" = 1,
        /// Two calls change places.
        Alternate "alternate" = 2,
        Busy "busy" = 3,
        /// A call back is served.
        CallBack "callBack" = 4,
        CallCancelled "callCancelled" = 5,
        /// Always forwarded.
        CallForwardImmediate "callForwardImmediate" = 6,
        /// Forwarded when busy.
        CallForwardBusy "callForwardBusy" = 7,
        /// Forwarded when nobody answers.
        CallForwardNoAnswer "callForwardNoAnswer" = 8,
        /// Forwarded, for a reason that is not told.
        CallForward "callForward" = 9,
        /// Nobody answers.
        CallNotAnswered "callNotAnswered" = 10,
        CallPickup "callPickup" = 11,
        /// It waits until the device is free.
        CampOn "campOn" = 12,
        /// The called device cannot be reached.
        DestNotObtainable "destNotObtainable" = 13,
        /// The device does not want to be disturbed.
        DoNotDisturb "doNotDisturb" = 14,
        IncompatibleDestination "incompatibleDestination" = 15,
        InvalidAccountCode "invalidAccountCode" = 16,
        /// A key was pressed.
        KeyOperation "keyOperation" = 17,
        /// It was off-hook for too long.
        Lockout "lockout" = 18,
        Maintenance "maintenance" = 19,
        NetworkCongestion "networkCongestion" = 20,
        NetworkNotObtainable "networkNotObtainable" = 21,
        /// It is a new call.
        NewCall "newCall" = 22,
        /// No agent is free.
        NoAvailableAgents "noAvailableAgents" = 23,
        /// A feature that would stop it is passed over.
        Override "override" = 24,
        Park "park" = 25,
        /// Full, so it goes elsewhere.
        Overflow "overflow" = 26,
        /// It comes back to who held, parked or transferred it.
        Recall "recall" = 27,
        /// It was sent elsewhere.
        Redirected "redirected" = 28,
        /// The device gets reorder tone.
        ReorderTone "reorderTone" = 29,
        /// The switch lacks the means.
        ResourcesNotAvailable "resourcesNotAvailable" = 30,
        /// Somebody joins and only listens.
        SilentParticipation "silentParticipation" = 31,
        Transfer "transfer" = 32,
        TrunksBusy "trunksBusy" = 33,
        /// The others have left, and the device is still off-hook.
        Blocked "blocked" = 35,
        CharacterCountReached "characterCountReached" = 36,
        Consultation "consultation" = 37,
        /// A distribution gives it to a device.
        Distributed "distributed" = 38,
        DtmfDigitDetected "dTMFDigitDetected" = 39,
        DurationExceeded "durationExceeded" = 40,
        EndOfMessageDetected "endOfMessageDetected" = 41,
        /// It comes to a group or a distribution.
        EnteringDistribution "enteringDistribution" = 42,
        /// The agent is made to pause.
        ForcedPause "forcedPause" = 43,
        MakeCall "makeCall" = 44,
        MessageSizeExceeded "messageSizeExceeded" = 45,
        /// By a signal of the network.
        NetworkSignal "networkSignal" = 46,
        NextMessage "nextMessage" = 47,
        NormalClearing "normalClearing" = 48,
        NoSpeechDetected "noSpeechDetected" = 49,
        NumberChanged "numberChanged" = 50,
        SingleStepConference "singleStepConference" = 51,
        SingleStepTransfer "singleStepTransfer" = 52,
        SpeechDetected "speechDetected" = 53,
        /// The switch ended it.
        SwitchingFunctionTerminated "switchingFunctionTerminated" = 54,
        TerminationCharacterReceived "terminationCharacterReceived" = 55,
        Timeout "timeout" = 56,
        /// All agents are busy.
        AcdBusy "aCDBusy" = 57,
        /// The distribution of a call centre sends it on.
        AcdForward "aCDForward" = 58,
        /// The distribution of a call centre takes no more.
        AcdSaturated "aCDSaturated" = 59,
        /// It has rung long enough.
        AlertTimeExpired "alertTimeExpired" = 60,
        /// The switch puts the agent to after-call work.
        AutoWork "autoWork" = 61,
        /// It waits until a line is free.
        CampOnTrunks "campOnTrunks" = 62,
        Conference "conference" = 63,
        /// The called party was detected.
        DestDetected "destDetected" = 64,
        DestOutOfOrder "destOutOfOrder" = 65,
        /// It waits in a distribution.
        DistributionDelay "distributionDelay" = 66,
        /// The switch has changed the state by itself.
        ForcedTransition "forcedTransition" = 67,
        /// Somebody breaks in.
        Intrude "intrude" = 68,
        InvalidNumberFormat "invalidNumberFormat" = 69,
        JoinCall "joinCall" = 70,
        /// Another device uses the line of the key.
        KeyOperationInUse "keyOperationInUse" = 71,
        MakePredictiveCall "makePredictiveCall" = 72,
        MessageDurationExceeded "messageDurationExceeded" = 73,
        /// It rings at several devices.
        MultipleAlerting "multipleAlerting" = 74,
        /// It waits at several devices.
        MultipleQueuing "multipleQueuing" = 75,
        /// The network takes digits.
        NetworkDialling "networkDialling" = 76,
        NetworkOutOfOrder "networkOutOfOrder" = 77,
        Normal "normal" = 78,
        /// What the call is to carry is not available now.
        NotAvaliableBearerService "notAvaliableBearerService" = 79,
        /// What the call is to carry is not supported.
        NotSupportedBearerService "notSupportedBearerService" = 80,
        /// Nobody has this number.
        NumberUnallocated "numberUnallocated" = 81,
        QueueCleared "queueCleared" = 82,
        /// It rings and still waits.
        RemainsInQueue "remainsInQueue" = 83,
        /// It is kept for somebody.
        Reserved "reserved" = 84,
        SelectedTrunkBusy "selectedTrunkBusy" = 85,
        Suspend "suspend" = 86,
        /// What the call is to carry is not allowed.
        UnauthorisedBearerService "unauthorisedBearerService" = 87,
        /// A rule or resource was activated.
        Activation "activation" = 88,
        /// Somebody speaks for too long.
        Babble "babble" = 89,
        BadAttribute "badAttribute" = 90,
        BadGrammar "badGrammar" = 91,
        BadVoice "badVoice" = 92,
        BadUri "badUri" = 93,
        /// Busy, so it goes elsewhere.
        BusyOverflow "busyOverflow" = 94,
        /// Not at this time of day, so it goes elsewhere.
        CalendarOverflow "calendarOverflow" = 95,
        /// Too many wait, so it goes elsewhere.
        CapacityOverflow "capacityOverflow" = 96,
        DuplicateDtmf "duplicateDTMF" = 97,
        EarlyStop "earlyStop" = 98,
        EmptyQueue "emptyQueue" = 99,
        InterDigitTimeout "interDigitTimeout" = 100,
        InvalidConnection "invalidConnection" = 101,
        InvalidConnectionState "invalidConnectionState" = 102,
        MakeConnection "makeConnection" = 103,
        MaxTimeout "maxTimeout" = 104,
        NoAudioSaved "noAudioSaved" = 105,
        NoQueue "noQueue" = 106,
        NoRule "noRule" = 107,
        OutOfGrammar "outOfGrammar" = 108,
        /// It takes a better way through the network.
        PathReplacement "pathReplacement" = 109,
        /// It waited too long, so it goes elsewhere.
        QueueTimeOverflow "queueTimeOverflow" = 110,
        RecallBusy "recallBusy" = 111,
        RecallForwarded "recallForwarded" = 112,
        RecallNoAnswer "recallNoAnswer" = 113,
        RecallResourcesNotAvailable "recallResourcesNotAvailable" = 114,
        /// It goes elsewhere for a reason that is not told.
        UnknownOverflow "unknownOverflow" = 115,
        /// An operator takes a call that did not get through.
        CallInterception "callInterception" = 116,
        CallInterceptionBusy "callInterceptionBusy" = 117,
        CallInterceptionForwarded "callInterceptionForwarded" = 118,
        CallInterceptionNoAnswer "callInterceptionNoAnswer" = 119,
        CallInterceptionResourcesNotAvailable "callInterceptionResourcesNotAvailable" = 120,
        LawfulInterception "lawfulInterception" = 121,
    }
}
