"""The build hook: a wheel carries what `prepare.py` builds, and `assets/` as `reisblog/assets`."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PreparingBuildHook(BuildHookInterface[Any]):
    """Prepares before a wheel is packed.

    An editable install is left as it is: `packaging/dev.py` prepares in the checkout, and `assets/`
    is found there.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it collects files; `version` is "standard" or "editable"."""
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "packaging"))
        import prepare  # noqa: PLC0415 - an editable install has no need of Babel

        prepare.prepare(root)
        build_data["force_include"]["assets"] = "reisblog/assets"
