"""Makes the sample of the current version of the project file, once; it is never made again.

    python -m tests.data.make_sample

It holds something of everything, and fields that no version knows, which must survive.
"""

import tempfile
from pathlib import Path

from reisblog.storage.codec import Leftovers
from reisblog.storage.migrations import CURRENT
from tests import desks

SAMPLE = Path(__file__).with_name(f"journey-{CURRENT}.reisblog")


def make():
    with tempfile.TemporaryDirectory() as home, desks.new_desk(Path(home)) as desk:
        desks.lay_out_everything(desk)
        desk._leftovers = Leftovers(
            head={"weather": {"like": ["fog", 3, None]}},
            map={"edition": "2nd"},
            records={"p1": {"camera_mood": "shy"}, "s2": {"steps": [1, 2.5]}},
        )
        desk.save(SAMPLE)


if __name__ == "__main__":
    make()
