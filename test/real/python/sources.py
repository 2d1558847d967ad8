"""The Python files of a tree: their texts, their syntax, and which file a module name leads to. Nothing of them is ever run."""

import ast
import os
import symtable


class Source:
    """One file. Offsets count UTF-16 units, as the other side of the pipe does."""

    def __init__(self, path, text):
        self.path = path
        self.text = text
        self.tree = ast.parse(text)
        self.lines = text.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + _units(line) + 1)
        self.nodes = list(ast.walk(self.tree))
        for parent in self.nodes:
            for child in ast.iter_child_nodes(parent):
                child.parent = parent
        self.arguments = {node.arg for node in self.nodes if isinstance(node, ast.arg)}
        self.stored = {node.id for node in self.nodes if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}

    def at(self, line, column):
        """`column` counts bytes, as in the nodes of `ast`."""
        return self.starts[line - 1] + _units(self.lines[line - 1].encode()[:column].decode())

    def span(self, node):
        return {"start": self.at(node.lineno, node.col_offset), "end": self.at(node.end_lineno, node.end_col_offset)}

    def scopes(self):
        """The table of names of every scope, the module's first."""
        found = [symtable.symtable(self.text, self.path, "exec")]
        for table in found:
            found.extend(table.get_children())
        return found


def _units(text):
    return len(text.encode("utf-16-le")) // 2


class Tree:
    """A set of files by path, with forward slashes. `parsed` remembers files by text, over many trees."""

    def __init__(self, texts, parsed):
        self.sources = {}
        self.broken = {}
        for path, text in texts.items():
            key = (path, text)
            if key not in parsed:
                try:
                    parsed[key] = Source(path, text)
                except (SyntaxError, ValueError, RecursionError) as error:
                    parsed[key] = str(error)
            if isinstance(parsed[key], str):
                self.broken[path] = parsed[key]
            else:
                self.sources[path] = parsed[key]
        self.paths = set(texts)
        self.roots = sorted({self.root_of(path) for path in texts} | {""})
        self.known = {}

    def root_of(self, path):
        """The folder that absolute module names start from: the first one above that is no package."""
        folder = os.path.dirname(path)
        while folder and f"{folder}/__init__.py" in self.paths:
            folder = os.path.dirname(folder)
        return folder

    def file_of(self, folder, parts):
        base = "/".join([*([folder] if folder else []), *parts])
        for path in (f"{base}/__init__.py" if base else "__init__.py", f"{base}.py"):
            if path in self.paths:
                return path
        return None

    def resolve(self, importer, module, level):
        """The file that a module name leads to, None when it leads out of the tree, "" when it should not."""
        parts = module.split(".") if module else []
        if level > 0:
            folder = os.path.dirname(importer)
            for _ in range(level - 1):
                folder = os.path.dirname(folder)
            return self.file_of(folder, parts) or ("" if parts else None)
        for root in [self.root_of(importer), *self.roots]:
            found = self.file_of(root, parts)
            if found:
                return found
        # A part of a package that is ours and has an `__init__` can only be ours.
        if any(self.file_of(root, parts[:1]) for root in self.roots if root in ("", "src", self.root_of(importer))):
            return "" if len(parts) > 1 else None
        return None

    def submodule(self, path, name):
        if os.path.basename(path) != "__init__.py":
            return None
        return self.file_of(os.path.dirname(path), [name])
