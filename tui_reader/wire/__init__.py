"""The wire: asking the network for what the reader asked for, safely. It knows neither library nor screen nor feeds.

`fetcher` and what it needs import httpx, which takes a while; they are imported where something is asked for.
"""
