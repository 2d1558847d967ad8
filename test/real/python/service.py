"""Answers questions about a tree of Python files, one JSON document a line: {"ask": "survey"} or {"ask": "problems", "work": …, "paths": …}."""

import json
import os
import sys

from problems import problems_in
from sources import Tree
from survey import survey


def main():
    base = read_texts(sys.argv[1])
    parsed = {}
    for line in sys.stdin:
        question = json.loads(line)
        if question["ask"] == "survey":
            answer = survey(Tree(base, parsed))
        else:
            texts = {**base, **question["work"]}
            tree = Tree({path: text for path, text in texts.items() if text is not None and path.endswith(".py")}, parsed)
            answer = problems_in(tree, question["paths"])
        print(json.dumps(answer), flush=True)


def read_texts(root):
    found = {}
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in ("node_modules", "venv"))
        for name in sorted(files):
            place = os.path.join(folder, name)
            if name.endswith(".py") and not os.path.islink(place):
                try:
                    with open(place, encoding="utf-8", newline="") as file:
                        found[os.path.relpath(place, root).replace(os.sep, "/")] = file.read()
                except UnicodeDecodeError:
                    pass
    return found


main()
