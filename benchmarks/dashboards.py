"""How long does a page of figures take for whoever asks? Each asked many times, by requests as a browser makes them, the audit written."""

import json
import sys
import time

PAGES = {
    "Figures, of one's own cases": "/figures",
    "Figures, of the council": "/figures?of=council",
    "The Board's picture": "/board",
    "The Board's picture of one indicator, by team": "/board/indicators/asked?by=team",
    "The team's picture": "/team",
    "Ask your own question: two groupings": "/own-question?figure=concerns&rows=age_band&columns=gender&of=council",
    "Ask your own question: a measure of one year": "/own-question?figure=asked&rows=support_reason&year=2024&of=council",
    "Ask your own question: exact, of a team's cases": "/own-question?figure=concluded&rows=risk_type&of=mine",
}


def answer_times(times: int = 40) -> dict[str, list[tuple[float, float]]]:
    """Milliseconds of each answer after the first, and of processor in it, by page; a page that this copy does not have is left out."""
    from django.test import Client

    from heard.accounts.models import User

    found: dict[str, list[tuple[float, float]]] = {}
    client = Client(headers={"host": "localhost"})
    client.force_login(User.objects.get(email="manager@region.invalid"))
    for name, address in PAGES.items():
        first = client.get(address)
        if first.status_code != 200:
            print(f"{address}: {first.status_code}", file=sys.stderr)
            continue
        found[name] = []
        for _ in range(times):
            begin, used = time.perf_counter(), time.process_time()
            client.get(address)
            found[name].append((1000 * (time.perf_counter() - begin), 1000 * (time.process_time() - used)))
    return found


def percentile(values: list[float], share: int) -> float:
    """The value that this share of them does not pass."""
    return sorted(values)[max(0, -(-len(values) * share // 100) - 1)]


if __name__ == "__main__":
    import django

    django.setup()
    measured = {name: [list(of) for of in zip(*found, strict=True)] for name, found in answer_times().items()}
    print(json.dumps({name: [percentile(of[0], 50), percentile(of[0], 95), percentile(of[1], 95)] for name, of in measured.items()}))
