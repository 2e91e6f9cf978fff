"""The reviewed data files are sound, and unsound ones are refused with file and line."""

from __future__ import annotations

import pickle
import re
from collections import Counter
from pathlib import Path

import pytest

from transforms import gazetteer
from transforms.gazetteer import FILES, Gazetteer, GazetteerError, load
from transforms.schema import ORGANISATION_KINDS

FOLDER = Path(gazetteer.__file__).parent


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {name: (FOLDER / name).read_bytes() for name in FILES}


@pytest.fixture(scope="module")
def names(files: dict[str, bytes]) -> Gazetteer:
    return load(files)


@pytest.mark.parametrize(
    ("alias", "identifier"),
    [
        ("Côte d'Ivoire", "geo:CIV"),
        ("Bolivia (Plurinational State of)", "geo:BOL"),
        ("former Yugoslav Republic of Macedonia", "geo:MKD"),
        ("Turkey", "geo:TUR"),
        ("Türkiye", "geo:TUR"),
        ("Swaziland", "geo:SWZ"),
        ("Cape Verde", "geo:CPV"),
        ("East Timor", "geo:TLS"),
        ("Zaire", "geo:COD"),
        ("Democratic People's Republic of Korea", "geo:PRK"),
        ("South Sudan", "geo:SSD"),
        ("Kosovo", "geo:XKX"),
        ("Yugoslavia", "geo:YUG"),
        ("Organization for Security and Co-operation in Europe", "org:osce"),
        ("Organisation of American States", "org:oas"),
        ("United Nations Department of Political Affairs", "org:un.dpa"),
        ("Office on Drugs and Crime", "org:un.unodc"),
        ("AU Peace and Security Council", "org:au.psc"),
        ("OSCE Permanent Council", "org:osce.permanent-council"),
        ("MONUSCO", "org:un.monusco"),
        ("1267 Committee", "org:un.sc.1267"),
        ("Fourth Geneva Convention", "agr:geneva-convention-4"),
        ("Nelson Mandela Rules", "agr:nelson-mandela-rules"),
    ],
)
def test_name_stands_for_its_entity(names: Gazetteer, alias: str, identifier: str) -> None:
    """Names old and new, short and formal, in every usual spelling, lead to one id."""
    assert names.names[alias].plain == identifier


def test_every_member_state_has_codes_and_an_authority(names: Gazetteer) -> None:
    """There are 193 members and two observers, each with ISO 3166 and M49 codes and the UN's own URI."""
    members = [entity for entity in names.entities.values() if entity.status == "member"]
    observers = [entity for entity in names.entities.values() if entity.status == "observer"]

    assert len(members) == 193
    assert {entity.id for entity in observers} == {"geo:VAT", "geo:PSE"}
    for entity in members + observers:
        assert re.fullmatch(r"[A-Z]{3}", entity.iso3 or "")
        assert re.fullmatch(r"\d{3}", entity.m49 or "")
        assert entity.authority_uri == f"http://metadata.un.org/UNMS/{entity.m49}"
    codes = [entity.m49 for entity in names.entities.values() if entity.type == "COUNTRY" and entity.m49]
    assert len(codes) == len(set(codes))


def test_organisations_are_many_and_of_every_kind(names: Gazetteer) -> None:
    """Organs, missions, funds, agencies, courts and unions are listed, each with its kind; few kinds have few members."""
    kinds = Counter(entity.kind for entity in names.entities.values() if entity.type == "ORG")

    assert kinds.total() >= 1300
    assert set(kinds) == set(ORGANISATION_KINDS)
    assert kinds["peacekeeping"] >= 65
    assert kinds["political_mission"] >= 55
    assert kinds["principal_organ"] == 6
    assert kinds["regional_commission"] == 5


@pytest.mark.parametrize(
    ("before", "until", "after"),
    [
        ("org:oau", 2002, "org:au"),
        ("org:un.dpa", 2018, "org:un.dppa"),
        ("org:un.dpko", 2018, "org:un.dpo"),
        ("org:un.unisdr", 2019, "org:un.undrr"),
        ("org:csce", 1994, "org:osce"),
        ("org:un.chr", 2006, "org:un.hrc"),
        ("org:un.unifem", 2010, "org:un.unwomen"),
        ("org:un.monuc", 2010, "org:un.monusco"),
        ("org:un.minustah", 2017, "org:un.minujusth"),
        ("org:un.unmis", 2011, "org:un.unmiss"),
        ("org:un.binub", 2010, "org:un.bnub"),
        ("agr:hyogo-framework", 2015, "agr:sendai-framework"),
    ],
)
def test_what_has_ended_names_what_followed(names: Gazetteer, before: str, until: int, after: str) -> None:
    """A body or a text that has ended has its last year, and leads to what took its place no later than the next."""
    entity, successor = names.entities[before], names.entities[after]

    assert (entity.until, entity.successor_id) == (until, after)
    assert (successor.since or until) <= until + 1


def test_standing_agreements_are_many_and_treaties_numbered(names: Gazetteer) -> None:
    """Texts that bind or guide the United Nations are listed with their year, treaties as the Treaty Series has them."""
    agreements = [entity for entity in names.entities.values() if entity.type == "AGREEMENT"]
    numbered = {entity.id: entity.treaty_number for entity in agreements if entity.treaty_number}

    assert len(agreements) >= 350
    assert len(numbered) >= 80
    assert names.entities["agr:rome-statute"].since == 1998
    assert numbered["agr:iccpr"] == numbered["agr:iccpr-op1"] == "14668"


def test_a_pickled_gazetteer_is_the_same(names: Gazetteer) -> None:
    """Another process can make it again from what it was made of."""
    copy = pickle.loads(pickle.dumps(names))

    assert dict(copy.names) == dict(names.names)
    assert dict(copy.entities) == dict(names.entities)


@pytest.mark.parametrize(
    ("name", "line", "message"),
    [
        ("regional.tsv", "org:x\torgan\tX\t\t", "5 cells"),
        ("regional.tsv", "org:x\torgan\tX\t\t\t2002\t2001\t", "since 2002, and until 2001"),
        ("regional.tsv", "org:x\torgan\tX\t\t\t2002\t\torg:au", "no year until which"),
        ("regional.tsv", "org:x\torgan\tX\t\t\t1960\t1970\torg:au", "org:au since 2002 only"),
        ("regional.tsv", "org:x\torgan\tX\t\t\t2002\t2003\torg:x", "lead back to org:x"),
        ("regional.tsv", "Org X\torgan\tX\t\t\t\t\t", "is not an id"),
        ("regional.tsv", "org:au\torgan\tX\t\t\t\t\t", "org:au stands on line"),
        ("regional.tsv", "org:nobody.x\torgan\tX\t\t\t\t\t", "has the parent org:nobody"),
        ("regional.tsv", "org:x\torgan\tX\t\t\t\t2001\torg:nobody", "has the successor org:nobody"),
        ("regional.tsv", "org:x\torgan\tAfrican Union\t\t\t\t\t", "already stands for org:au"),
        ("regional.tsv", "org:x\torgan\tX\t\t=Council\t\t\t", "is bound to a parent"),
        ("regional.tsv", "org:x\torgan\t\t\t\t\t\t", "has no name"),
        ("countries.tsv", "XXA\t999\tX\t\t\tfriend", "the status 'friend'"),
        ("regional.tsv", "org:x\torgan\tX\tPACE\t\t\t\t", "'PACE' is a common word"),
        ("regional.tsv", "org:x\torgan\tX\t\tCommission\t\t\t", "'Commission' is a common word"),
        ("regional.tsv", "org:x\torgan\tX\t\tX\t\t\t", "'X' stands twice for org:x"),
        ("goals.tsv", "sdg:18\tX\t1 to 5", "are not written as"),
        ("regional.tsv", "org:x\tclub\tX\t\t\t\t\t", "the kind 'club'"),
        ("agreements.tsv", "agr:x\tX\t\t20 15\t\t\t", "no year of four digits"),
        ("agreements.tsv", "agr:x\tX\t\t2015\t\t\tI-5", "no registration number"),
    ],
)
def test_unsound_line_is_refused_with_its_place(
    files: dict[str, bytes], name: str, line: str, message: str
) -> None:
    """The error names the file, the line and what is wrong with it."""
    number = files[name].count(b"\n") + 1

    with pytest.raises(GazetteerError, match=re.escape(message)) as error:
        load({**files, name: files[name] + line.encode() + b"\n"})

    assert str(error.value).startswith(f"{name}, line {number}: ")


def test_blocker_without_a_name_in_it_is_refused(files: dict[str, bytes]) -> None:
    """Words that are listed to hide a name hide one: "United States dollar" hides "United States"."""
    idle = b"block:x\tBLOCK\tUnited States dollar bill\tAustralian dollar\n"

    with pytest.raises(GazetteerError, match="'Australian dollar' of block:x blocks no name"):
        load({**files, "names.tsv": files["names.tsv"] + idle})


def test_missing_file_or_strange_head_is_refused(files: dict[str, bytes]) -> None:
    """A gazetteer is made of all its files, each with the head it is documented to have."""
    with pytest.raises(GazetteerError, match=r"regions\.tsv is missing"):
        load({name: content for name, content in files.items() if name != "regions.tsv"})
    with pytest.raises(GazetteerError, match=r"places\.tsv, line 1"):
        load({**files, "places.tsv": b"a\tb\n"})
