"""Every fault, in the order of the bar."""

from tests.faults import address_faults, file_faults, markup_faults, value_faults, yaml_faults
from tests.faults.bar import BAR
from tests.faults.fault import Fault

_ORDER = {row.id: number for number, row in enumerate(BAR)}
_ALL = (*yaml_faults.FAULTS, *value_faults.FAULTS, *file_faults.FAULTS, *markup_faults.FAULTS, *address_faults.FAULTS)
FAULTS: tuple[Fault, ...] = tuple(sorted(_ALL, key=lambda fault: _ORDER[fault.row]))
