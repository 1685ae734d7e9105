"""Which numbers on the internet may be connected to: public ones alone.

Whatever stands in an article or a feed must not reach the reader's own machine or network. The networks are those of
the registries of special-purpose addresses (IANA, for IPv4 and IPv6), written out here, for Python's own tables differ
from version to version.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

IPAddress = IPv4Address | IPv6Address

_NOT_PUBLIC_V4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this host
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # shared by the customers of one provider
        "127.0.0.0/8",  # loopback
        "169.254.0.0/16",  # link-local, and the metadata of cloud machines
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocols
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # relays of 6to4
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
)
_PUBLIC_V6 = IPv6Network("2000::/3")
"""All that is given out as global; loopback, unique local, link-local, multicast and IPv4-mapped lie outside."""
_NOT_PUBLIC_V6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # protocols: Teredo, benchmarks, ORCHID
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4, which may lead to any IPv4 address
        "3fff::/20",  # documentation
    )
)
_NAT64 = IPv6Network("64:ff9b::/96")
"""How a network without IPv4 names every host of IPv4: its address stands in the last 32 bits."""


def is_public(number: IPAddress) -> bool:
    """Whether a number is one of the public internet."""
    if isinstance(number, IPv4Address):
        return not any(number in network for network in _NOT_PUBLIC_V4)
    if number in _NAT64:
        return is_public(IPv4Address(int(number) & 0xFFFFFFFF))
    return number in _PUBLIC_V6 and not any(number in network for network in _NOT_PUBLIC_V6)
