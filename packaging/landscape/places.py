"""Which function draws which place, in the order they are laid on the sheet."""

from __future__ import annotations

from collections.abc import Callable

from landscape.ink import Pen
from landscape.places_city import stad
from landscape.places_coast_north import dilemmabos, mirador
from landscape.places_delta import worsteling
from landscape.places_haven import haven
from landscape.places_heath import geldput, statuskloof
from landscape.places_meadow import onontgonnen, reisbureau, vulkaan
from landscape.places_mountains import bergen, herberg, realisme
from landscape.places_shore import prikkelstruiken, strand
from landscape.places_south import spiegelpaleis, valkuil, wensboom
from landscape.places_south_east import doolhof, jungle
from landscape.places_valley import huis, vallei

PLACES: dict[str, Callable[[Pen], None]] = {
    "mirador-der-mogelijkheden": mirador,
    "dilemmabos": dilemmabos,
    "bergen": bergen,
    "berg-van-het-realisme": realisme,
    "herberg-voor-inspirerende-ontmoetingen": herberg,
    "veilige-haven": haven,
    "bemande-reisbureau": reisbureau,
    "vallei-van-uitdagende-werkervaringen": vallei,
    "stad-der-succesvolle-stage": stad,
    "huis-van-de-inspirerende-mentor": huis,
    "prikkelstruiken": prikkelstruiken,
    "vulkaan-der-uiteengespatte-verwachtingen": vulkaan,
    "onontgonnen-gebied": onontgonnen,
    "chill-strand": strand,
    "wensboom": wensboom,
    "statuskloof": statuskloof,
    "gedempte-geldput": geldput,
    "worsteling-van-de-keuze": worsteling,
    "spiegelpaleis-van-zekerheden": spiegelpaleis,
    "valkuil-van-de-smalle-blik": valkuil,
    "doolhof-van-de-bureaucratie": doolhof,
    "ondoordringbare-jungle": jungle,
}
