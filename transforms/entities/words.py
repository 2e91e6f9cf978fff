"""The words by which an organisation, a post or an agreement is known when no list has its name."""

from __future__ import annotations

STRONG = frozenset(
    {
        "Organization", "Organisation", "Commission", "Committee", "Council", "Assembly", "Agency", "Institute",
        "University", "Ministry", "Directorate", "Department", "Bureau", "Parliament", "Tribunal", "Academy",
        "Federation", "Foundation", "Institution", "Secretariat", "Subcommittee", "Observatory", "Authority",
        "Bank", "Court", "Division", "Office", "Unit", "Branch", "Mission", "Task Force", "Working Group", "Association",
        "Union", "Alliance", "Centre", "Center", "Corporation", "Board", "Panel", "College", "Laboratory", "Consortium",
    }
)  # fmt: skip
"""Nouns that make a capitalised phrase the name of an organisation."""

WEAK = frozenset(
    {
        "Group", "Team", "Force", "Mechanism", "Forum", "Community", "Service", "Section", "Fund", "League",
        "Operation", "Society", "Coalition", "Brigade", "Movement", "Quartet", "School", "Cell", "Cluster", "Entity",
        "Chamber", "Police", "Forces", "Network",
    }
)  # fmt: skip
"""Nouns that do so only with a body's name in front, and that later stand for a name ("the Mechanism")."""

ORGANS = STRONG | WEAK

NAMED_BODIES = ORGANS | frozenset(
    {
        "Body", "Conference", "Party", "Army", "Front", "Company", "Congress", "Confederation",
        "Comité", "Conseil", "Institut", "Banque", "Conférence", "Ministère", "Agence", "Secrétariat", "Groupe", "Réseau",
        "Fédération", "Fondation", "Ligue", "Autorité", "Comisión", "Consejo", "Instituto", "Organización", "Banco",
        "Conferencia", "Ministerio", "Agencia", "Secretaría", "Grupo", "Asociación", "Fundación", "Federación", "Centro",
        "Frente", "Partido", "Unión", "Mouvement", "Movimiento", "Parti", "Communauté", "Comunidad", "Société", "Sociedad",
    }
)  # fmt: skip
"""Nouns that make a name with an acronym the name of a body; by themselves, and in English texts, they would not."""

SPOKEN_TO = frozenset(
    {"Council", "Assembly", "Board", "Mission", "Court", "Panel", "Secretariat", "Authority", "Parliament"}
)
"""Bodies that are told something: "briefed the Council on the Team" names no council."""
OF_STATES = frozenset(
    {
        "Ministry", "Parliament", "Court", "Assembly", "Bank", "Council", "Commission", "Authority", "Office", "Committee",
        "Bureau", "Agency", "Academy", "Institute", "Directorate", "Department",
    }
)  # fmt: skip
"""Bodies that a state has: the same words name another body in another state, so that the state is part of the id."""

STATE_POSTS = frozenset(
    {
        "President", "Vice-President", "Prime Minister", "Deputy Prime Minister", "Permanent Representative",
        "Deputy Permanent Representative", "Permanent Observer",
    }
)  # fmt: skip
"""Posts that a state has."""
OF_STATES_ALONE = frozenset({"Prime Minister", "Deputy Prime Minister"})
ALWAYS_HELD = frozenset({"Executive Secretary", "Executive Director", "Director-General", "Director General"})
"""Posts that, named alone, are those of the body that is spoken of."""
MANDATES = frozenset({"Special Rapporteur", "Independent Expert"})
"""Posts told apart by what they are on, in small letters."""
POSTS = (
    "Executive Director", "Director-General", "Director General", "Executive Secretary", "Deputy Executive Secretary",
    "Deputy Executive Director", "Chairperson", "Chairman", "Chair", "High Representative", "Administrator",
    "Deputy Director-General", "Deputy Director General", "Prosecutor", "Registrar", "Minister",
    *sorted(STATE_POSTS | MANDATES),
)  # fmt: skip
"""Posts that are mentions when an organisation, a state or a duty stands beside them."""

GENERIC = frozenset((
    "Executive", "Working", "Regional", "Standing", "Special", "Joint", "General", "Permanent", "Steering", "Advisory",
    "High-level", "Technical", "National", "Main", "Central", "Local", "International", "New", "Ad", "Hoc", "Preparatory",
    "Expert", "Experts", "Core", "Sub", "Country", "Field", "Support", "Liaison", "Head", "Headquarters", "Governing",
    "Select", "Drafting", "Open-ended", "Member", "First", "Second", "Third", "Senior", "Public", "Private", "Civil",
    "State", "States", "Human", "Security", "Development", "Political", "Peace", "Military", "Supreme", "Federal",
    "Provincial", "Transitional", "Government", "Interim", "Independent", "Global", "World", "Small", "High", "Community",
    "Training", "Research", "Coordination", "Monitoring", "Implementation",
))  # fmt: skip
"""Words that do not make a name of a noun by themselves ("Executive Committee")."""

STARTERS = frozenset((
    "The", "A", "An", "In", "On", "At", "By", "For", "From", "With", "Without", "Within", "Under", "Over", "As", "And",
    "Or", "But", "If", "When", "While", "Where", "Since", "After", "Before", "During", "Through", "Throughout", "Between",
    "Among", "Against", "To", "Into", "Upon", "Of", "This", "That", "These", "Those", "Its", "Their", "Our", "My", "His",
    "Her", "Both", "Each", "Every", "All", "Some", "Many", "Several", "Other", "Such", "Another", "Any", "No", "Nor",
    "Not", "Also", "Further", "Furthermore", "Moreover", "However", "Although", "Though", "Because", "Once", "Until",
    "Following", "According", "Given", "Including", "Similarly", "Meanwhile", "Recently", "Currently", "Requests",
    "Decides", "Calls", "Urges", "Encourages", "Welcomes", "Notes", "Recalls", "Reaffirms", "Invites", "Stresses",
    "Emphasizes", "Takes", "Expresses", "Recognizing", "Recalling", "Noting", "Welcoming", "Reaffirming", "Having",
    "Being", "Bearing", "Considering", "Acknowledging", "Commends", "Supports", "Former", "Deputy", "Acting", "Mr", "Mrs",
    "Ms", "Dr", "Professor", "Ambassador", "See", "Recognizes", "Affirms", "Endorses", "Appreciates", "Member", "Members",
    "Participants", "Representatives", "Officials", "Experts", "Report", "Note", "Letter", "Draft", "Official", "Chapter",
    "Article", "Part", "Section", "Annex", "President", "Chairperson", "Chairman", "Chair", "Vice-President", "Director",
    "Head", "Secretary", "Minister", "Ministers", "Government",
))  # fmt: skip
"""Capitalised words that begin a sentence or a title, and no name."""

AGREEMENT_WORDS = frozenset((
    "Framework", "Convention", "Treaty", "Protocol", "Agreement", "Agenda", "Declaration", "Strategy", "Plan", "Charter",
    "Compact", "Pathway", "Statute", "Covenant", "Accord", "Accords", "Act", "Consensus", "Principles", "Guidelines",
))  # fmt: skip
PROGRAMME_WORDS = frozenset((
    "Programme", "Program", "Initiative", "Facility", "Fund", "System", "Arrangements", "Project", "Campaign", "Scheme",
    "Modalities",
))  # fmt: skip

AGREEMENTS = (
    "Convention", "Treaty", "Protocol", "Agreement", "Agenda", "Declaration", "Strategy", "Plan", "Framework",
    "Compact", "Pathway", "Statute", "Covenant", "Accord", "Accords", "Consensus", "Principles", "Guidelines", "Pact",
    "Programme of Action", "Plan of Action", "Memorandum of Understanding", "Code of Conduct", "Road Map",
)  # fmt: skip
PROGRAMMES = ("Programme", "Initiative", "Facility", "Project", "Campaign", "Scheme", "Partnership")
CALENDAR = frozenset({"Day", "Week", "Year", "Decade"})
"""Times that are named where the name says that all keep them: "World Water Day"."""
EVENTS = (
    "Summit", "Conference", "Symposium", "Retreat", "Workshop", "Seminar", "Expo", "Meeting", "Dialogue", "Round Table", *sorted(CALENDAR),
)  # fmt: skip
TITLES = (
    dict.fromkeys(AGREEMENTS, "AGREEMENT") | dict.fromkeys(PROGRAMMES, "PROGRAMME") | dict.fromkeys(EVENTS, "EVENT")
)  # fmt: skip
"""Nouns that make a capitalised phrase the name of a text, a programme or an event -> the type of its mention."""
BODIES_TOO = {"Fund": "PROGRAMME", "Forum": "EVENT"}
"""The same for nouns that also make the names of bodies."""
OF_ANY_TITLE = frozenset(GENERIC) | frozenset(word for title in TITLES for word in title.split()) | frozenset(
    {
        "Strategic", "Action", "Annual", "Biennial", "Draft", "Model", "Comprehensive", "Trust", "Final", "Outcome", "Common",
        "Long-term", "Medium-term", "Mid-term", "Multi-year", "Overall", "Corporate", "Work", "Budget", "Financial", "Policy",
        "Framework", "Standard", "Additional", "Optional", "Supplementary", "Revised", "Original", "Master", "Pilot", "Flagship",
        "Multi-Donor", "Voluntary", "Bilateral", "Multilateral", "Inter-Agency", "Ministerial", "Plenary", "Present", "Fund",
    }
)  # fmt: skip
"""Words that make no name of such a noun by themselves ("Strategic Plan")."""
MEETINGS = (
    "session", "sessions", "meeting", "meetings", "summit", "summits", "conference", "conferences", "forum", "forums",
    "dialogue", "round", "iteration", "edition", "workshop", "seminar", "retreat", "congress", "course", "symposium",
)  # fmt: skip
"""Nouns of meetings that an ordinal makes events of their own ("sixty-first session")."""
STYLES = ("Mr.", "Mrs.", "Ms.", "Dr.", "H.E.", "(Signed)")
"""What stands before the name of a person."""
TITLED = ("entitled", "titled", "publication")
"""What stands before the quoted title of a work."""
