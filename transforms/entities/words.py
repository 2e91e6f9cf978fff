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
        "Chamber", "Police",
    }
)  # fmt: skip
"""Nouns that do so only with a body's name in front, and that later stand for a name ("the Mechanism")."""

ORGANS = STRONG | WEAK

POSTS = (
    "Executive Director", "Director-General", "Director General", "Executive Secretary", "Deputy Executive Secretary",
    "Deputy Executive Director", "Chairperson", "Chairman", "Chair", "High Representative", "Administrator", "President",
    "Deputy Director-General", "Deputy Director General", "Permanent Observer", "Prosecutor", "Registrar",
)  # fmt: skip
"""Posts that are mentions when an organisation stands beside them."""

GENERIC = frozenset(
    ["Executive", "Working", "Regional", "Standing", "Special", "Joint", "General", "Permanent", "Steering", "Advisory", "High-level", "Technical", "National", "Main", "Central", "Local", "International", "New", "Ad", "Hoc", "Preparatory", "Expert", "Experts", "Core", "Sub", "Country", "Field", "Support", "Liaison", "Head", "Headquarters", "Governing", "Select", "Drafting", "Open-ended", "Member", "First", "Second", "Third", "Senior", "Public", "Private", "Civil", "State", "States", "Human", "Security", "Development", "Political", "Peace", "Military", "Supreme", "Federal", "Provincial", "Transitional", "Government", "Interim", "Independent", "Global", "World", "Small", "High", "Community", "Training", "Research", "Coordination", "Monitoring", "Implementation"]
)
"""Words that do not make a name of a noun by themselves ("Executive Committee")."""

STARTERS = frozenset(
    ["The", "A", "An", "In", "On", "At", "By", "For", "From", "With", "Without", "Within", "Under", "Over", "As", "And", "Or", "But", "If", "When", "While", "Where", "Since", "After", "Before", "During", "Through", "Throughout", "Between", "Among", "Against", "To", "Into", "Upon", "Of", "This", "That", "These", "Those", "Its", "Their", "Our", "My", "His", "Her", "Both", "Each", "Every", "All", "Some", "Many", "Several", "Other", "Such", "Another", "Any", "No", "Nor", "Not", "Also", "Further", "Furthermore", "Moreover", "However", "Although", "Though", "Because", "Once", "Until", "Following", "According", "Given", "Including", "Similarly", "Meanwhile", "Recently", "Currently", "Requests", "Decides", "Calls", "Urges", "Encourages", "Welcomes", "Notes", "Recalls", "Reaffirms", "Invites", "Stresses", "Emphasizes", "Takes", "Expresses", "Recognizing", "Recalling", "Noting", "Welcoming", "Reaffirming", "Having", "Being", "Bearing", "Considering", "Acknowledging", "Commends", "Supports", "Former", "Deputy", "Acting", "Mr", "Mrs", "Ms", "Dr", "Professor", "Ambassador", "See", "Recognizes", "Affirms", "Endorses", "Appreciates", "Member", "Members", "Participants", "Representatives", "Officials", "Experts", "Report", "Note", "Letter", "Draft", "Official", "Chapter", "Article", "Part", "Section", "Annex", "President", "Chairperson", "Chairman", "Chair", "Vice-President", "Director", "Head", "Secretary", "Minister", "Ministers", "Government"]
)
"""Capitalised words that begin a sentence or a title, and no name."""

AGREEMENT_WORDS = frozenset(
    ["Framework", "Convention", "Treaty", "Protocol", "Agreement", "Agenda", "Declaration", "Strategy", "Plan", "Charter", "Compact", "Pathway", "Statute", "Covenant", "Accord", "Accords", "Act", "Consensus", "Principles", "Guidelines"]
)
PROGRAMME_WORDS = frozenset(
    ["Programme", "Program", "Initiative", "Facility", "Fund", "System", "Arrangements", "Project", "Campaign", "Scheme", "Modalities"]
)
