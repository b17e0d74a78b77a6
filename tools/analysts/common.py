"""What each script has in common: it loads its data once, and does its work again for each line that it is sent."""
import json
import sys


def serve(work):
    """Says that it is ready, and answers each line of its input by a line of JSON: what `work` gives."""
    print("ready", flush=True)
    for _ in sys.stdin:
        print(json.dumps(work()), flush=True)
