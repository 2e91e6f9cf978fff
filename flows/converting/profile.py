"""The settings that LibreOffice starts with: it meets no server, runs no macro and follows no link.

Without them a linked picture in a Word file makes it ask whatever address the file names.

    >>> write(Path("profile"))
"""

from __future__ import annotations

from pathlib import Path

_NOWHERE = "127.0.0.1"
_DISCARD = "9"
"""A port on which nothing listens; every request goes there as to a proxy."""
_VALUES = (
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    *(
        ("org.openoffice.Inet/Settings", f"ooInet{kind}ProxyName", _NOWHERE)
        for kind in ("HTTP", "HTTPS", "FTP")
    ),
    *(
        ("org.openoffice.Inet/Settings", f"ooInet{kind}ProxyPort", _DISCARD)
        for kind in ("HTTP", "HTTPS", "FTP")
    ),
    ("org.openoffice.Inet/Settings", "ooInetNoProxy", ""),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
)
_FILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
_ITEM = '<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'


def write(folder: Path) -> None:
    """Write the settings where LibreOffice looks for them in a profile."""
    items = "\n".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _VALUES)
    user = folder / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_FILE.format(items=items), encoding="utf-8")
