"""The words of invented papers: sentences of our own that are hard to put together again over lines and pages.

They have capitals and hyphens at which lines break, abbreviations and years that look like the end of one thing and the
number of another, letters in brackets inside sentences, and digits where a note's mark could stand.
"""

SENTENCES = (
    "The harbour masters of St. Lucia and St. Kitts counted their lamps in spring, and again before the storms of the winter.",
    "In its report on Capacity-Building for Small Island Harbours, the Committee noted that 14 of the 61 gauges had been lent twice.",
    "The first season ran from 30 November 2095 to 28 February 2096 and cost $2.4 million, of which three fifths went into carriage.",
    "Nobody had expected so much of basin No. 5, which was dredged in 2007. In 2009, it was closed to vessels of more than 40 tons.",
    "Member States recalled the sea-level readings of 2088, 2090 and 2091 and the self-sufficiency of the keepers along that coast.",
    "Under paragraph 6 (c) of resolution 999/3, a gauge is in service once a joint team has read it for seven days.",
    "Subparagraphs (a) and (b) above do not apply to a State that keeps a single gauge, nor to one that keeps none.",
    "The Department of Lamps and Fog Signals spent EUR 96,500 on oil, rope and the repair of its north-eastern light.",
    "CARICOM, which had lent 22 gauges, asked Mr. Waqanisau to say how many had come back with their floats.",
    "A short-term loan of not more than 90 days was preferred to a long-term one by 7 of the 12 borrowers.",
    "Prices rose by 3.5 per cent in the biennium 2094–2095, and by 1.25 per cent in the year that followed.",
    "The post-storm survey of Article 52 arrangements covers Jamaica, Kenya, Madagascar and the Lao People’s Democratic Republic.",
    "Was it luck, or was it method? The keepers answered that luck is not a method and that the tide had been late.",
    "According to document A/999/45-S/2096/67, one office should answer for the readings of each coast.",
    "The words “in good working order” were read by some to include the rope, and by others to leave it out.",
    "The Secretary-General thanks the Governments of Fiji and Norway, which paid for the carriage of the gauges.",
    "At its 27th meeting, on 12 November 2095, the Working Group heard the under-reporting of broken lamps described at length.",
    "Between the two harbours lie 112 miles of open water, 40 of them without a light.",
    "The reserve, now at $1,900,000, should be raised to $2,400,000 for the biennium 2096–2097, as outlined above.",
    "Readers trained in Kingston, Suva and Dar es Salaam have since gone home, save for 11 who stayed on to teach.",
    "Figures for the years before 2090 are kept by the Lamp-Keepers’ Guild and have not been published.",
    "Every gauge has a number of its own, such as 7 or 12, which is painted on its float in white.",
    "The meeting was told that co-ordination by post took 9 days, by telegraph 2 and by lamp a single night.",
    "It was agreed that the matter should be taken up again in section II below, and that no harbour should be named in it.",
)
"""Each whole, each ended by a full stop or a question mark."""

CLAUSES = (
    "The lender enters the gauge in the register that is kept in Suva, with its age and the date of its last trial",
    "The borrower signs for the gauge and its float, and for the cost of carriage of up to $3,500",
    "A joint team reads the gauge for seven days, as set out in paragraph 6 (c) above",
    "Training of 140 readers in two-week courses in the north-western harbours of St. Vincent",
    "Lamps, oil and rope for basin No. 5 and the inner mole, from 1 March to 30 April 2096",
    "To ask the parties to mark the gauges on their charts, and to say which of them were moved in 2095",
    "Reports on early-warning exercises held under decision 998/407 A, including those of the second quarter",
    "One office should answer for the readings of each coast and should write the hour in Universal Time",
    "Who pays when a gauge is lost at sea, and within how many of the 90 days",
    "The rope",
    "Whether the keepers’ half-yearly leave may be taken in winter when the nights are long and the oil is dear",
)
"""Each may end in a semicolon or a full stop."""

INTRODUCTIONS = (
    "A loan passes through the following steps:",
    "Three lessons were drawn in Nairobi on 12 March 2096, after 61 gauges had been lent over one season:",
    "The Committee on Harbours, Lamps and Fog Signals, having heard the keepers of St. Kitts and of basin No. 5, asked for:",
    "We ask the Council:",
)

QUOTED = (
    "“The gauge told us the height of the water to the width of a thumb. It could not tell us whom to telephone.”",
    "“A reading that is missing is itself a message, and must be passed on by the self-same road as all the others.”",
)

TITLES = (
    "Introduction",
    "Lamps and oil",
    "Gauges on loan, 2094–2095",
    "What borrowers reported",
    "Capacity-building at harbours",
    "Keepers, rope and patience",
    "Cooperation with the Lamp-Keepers’ Guild",
    "Observations and recommendations",
    "Financial resources",
    "Status of the work on early-warning arrangements along the north-eastern coast and of the readings that were taken there",
)

NOTES = (
    "A/999/12, para. 5.",
    "See resolution 999/3, para. 6 (c).",
    "Ibid.",
    "See A/999/45-S/2096/67, paras. 3 to 5, and the annex thereto.",
    "The owner’s consent was given by radio on 19 January 2096; the harbour master of St. Lucia wrote it down on the same day.",
    "Available at www.harbours.example/gauges/2096.",
    "Figures for the years 2094 and 2095 exclude basin No. 5, the inner mole and all lights that were lit for less than 90 nights of the year.",
)

PREAMBLES = (
    "Recalling its resolutions 997/18 of 9 December 2093 and 998/5 of 30 November 2094 on tide gauges,",
    "Guided by the purposes of the Charter of the United Nations that bear on economic and social cooperation,",
    "Noting that a wave which crosses an ocean in a day crosses the waters of many States, none of which can watch it alone, and that the self-sufficiency of harbours has its limits,",
    "Welcoming the meeting held in Suva from 3 to 5 February 2095 and the part which the Lamp-Keepers’ Guild took in it,",
    "Having considered the report of the Secretary-General,",
)

OPERATIVES = (
    "Decides to set up a scheme under which regional organizations lend tide gauges to one another",
    "Invites the World Meteorological Organization to keep a register of the gauges, including those of basin No. 5",
    "Requests the Secretary-General to report on the lending of tide gauges at its next session, and to send the report to the Economic and Social Council as well",
    "Sets the reserve of the scheme at $1.9 million for the years 2096 and 2097, to be met from voluntary contributions of States with sea-going vessels",
    "Stresses that paragraph 3 above places no duty on a State that keeps a single gauge",
)
ASKING = "Calls upon Member States that store gauges to enter them in the register:"

LETTERS = (
    "I have the honour to forward a note on tide gauges in areas of armed conflict, drawn up by the harbour masters who met in Suva in January 2096 (see annex).",
    "My Government believes that the note bears on the work of the Council, and on resolution 999/3, paragraph 3 (a), in which Member States were called upon to register their gauges.",
    "I should be grateful if you would have the present letter and its annex circulated as a document of the Security Council.",
)

HARBOURS = ("Kingston", "Suva", "Port-au-Prince", "Dar es Salaam", "St. George’s", "Nuku’alofa")
COLUMNS = ("Lamps", "Gauges lent", "Pupils", "Cost (thousands of United States dollars)")
TABLES = ("Table 1", "Table 2", "Table 3")
