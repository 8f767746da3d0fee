"""What ThunderDots, a client of DTS, gathers from the service at an address: of each text its passages, and words.

Prints null where it is not installed: it wants a newer jsonschema than other readers do.
"""

from __future__ import annotations

import json
import sys

try:
    from thunderdots.client import ThunderDots
except ImportError:
    print("null")
    raise SystemExit from None

client = ThunderDots(sys.argv[1], verbose=False, use_cache=False, concurrency=2, resource_params={
    "fragment_mode": "navigation", "fetch_navigation": True, "fetch_document": True, "fetch_linked_parents": True})
client.fetch()
print(json.dumps({
    "errors": client.stats().get("http_errors"),
    "texts": {one["id"]: {"title": one["title"], "parents": one["linked_parents"],
                          "passages": {part["id"]: part["content"] for part in one["fragments"]}}
              for one in client.results()["resource_results"]}}))
