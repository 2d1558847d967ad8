"""Everything that mentions a definition, found through imports and re-exports; what may be something else is told as doubtful."""

import ast
import builtins
from collections import Counter

from names import bindings, imported, listed_elements, lookup
from problems import imports_of, resolve_expression

COMMON = {name for kind in (str, bytes, int, float, list, dict, set, tuple, object, type, Exception) for name in dir(kind)} | set(dir(builtins))


def references(tree, subjects):
    """By "path#name": mentions. A mention in file "?" says that nobody can list them all."""
    wanted = {(one["path"], one["name"]): [] for one in subjects}
    for path, source in tree.sources.items():
        here = imports_of(tree, path, source)
        for node in source.nodes:
            if isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    _note(wanted, imported(tree, path, node, alias) if alias.name != "*" else None, alias.name, _import_mention(source, alias))
            elif isinstance(node, (ast.Name, ast.Attribute)) and _text(node):
                _note(wanted, resolve_expression(tree, path, here, node), _text(node), _mention(source, node))
        for (home, name), found in wanted.items():
            if home == path and _doubtful(tree, path, source, name):
                found.append({**_nowhere, "path": "?"})
        for element in listed_elements(tree, path):
            target = lookup(tree, path, element.value)
            span = source.span(element)
            inner = {"start": span["start"] + 1, "end": span["end"] - 1}
            _note(wanted, target, element.value, {**_nowhere, "path": path, "at": inner, "role": "listed"})
    return {f"{path}#{name}": [one for one in found if one] for (path, name), found in wanted.items()}


def member_references(tree, subjects):
    """By "path#Class.member": attributes of that name, where no other class has one and it is no common name."""
    defined = Counter(member["name"] for one in subjects for member in one["members"])
    strings = Counter(node.value for source in tree.sources.values() for node in source.nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
    others = Counter(
        name
        for source in tree.sources.values()
        for node in source.nodes
        for name in ([node.arg] if isinstance(node, ast.keyword) else [node.name] if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) else [])
    )
    attributes = {}
    for path, source in tree.sources.items():
        for node in source.nodes:
            if isinstance(node, ast.Attribute):
                attributes.setdefault(node.attr, []).append(_mention(source, node))
    found = {}
    for one in subjects:
        for member in one["members"]:
            name = member["name"]
            unsure = defined[name] > 1 or strings[name] or others[name] > 1 or name in COMMON
            key = f"{one['path']}#{one['name']}.{name}"
            found[key] = [{**_nowhere, "path": "?"}] if unsure else attributes.get(name, [])
    return found


_nowhere = {"path": "", "at": {"start": 0, "end": 0}, "role": "value", "isShorthand": False, "call": None}


def _note(wanted, target, text, mention):
    """Under its own name only: what an alias is called does not change with it."""
    if target and (target.path, target.name) in wanted and text == target.name and mention:
        known = wanted[target.path, target.name]
        if mention not in known:
            known.append(mention)


def _text(node):
    return node.id if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) else node.attr if isinstance(node, ast.Attribute) else ""


def _doubtful(tree, path, source, name):
    """Something in an inner scope of its own file has its name as well."""
    if name in source.arguments:
        return True
    if name not in source.stored:
        return False
    own = {id(node) for one in bindings(tree, path).get(name, []) if isinstance(one, ast.AST) for node in ast.walk(one)}
    return any(isinstance(node, ast.Name) and node.id == name and not isinstance(node.ctx, ast.Load) and id(node) not in own for node in source.nodes)


def _import_mention(source, alias):
    start = source.at(alias.lineno, alias.col_offset)
    role = "reexport" if source.path.endswith("__init__.py") or alias.asname == alias.name else "import"
    return {**_nowhere, "path": source.path, "at": {"start": start, "end": start + len(alias.name)}, "role": role}


def _mention(source, node):
    span = source.span(node)
    if isinstance(node, ast.Attribute):
        span = {"start": span["end"] - len(node.attr), "end": span["end"]}
    parent = node.parent
    role = "heritage" if isinstance(parent, ast.ClassDef) and node in parent.bases else "value"
    call = _call(source, parent) if isinstance(parent, ast.Call) and parent.func is node else None
    return {**_nowhere, "path": source.path, "at": span, "role": role, "call": call}


def _call(source, node):
    whole = source.span(node)
    at = node.parent
    while at is not None and not isinstance(at, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.GeneratorExp)):
        at = getattr(at, "parent", None)
    return {
        "whole": whole,
        "list": {"start": source.span(node.func)["end"] + 1, "end": whole["end"] - 1},
        "positional": [source.span(one) for one in node.args],
        "named": [
            {"name": one.arg, "whole": source.span(one), "nameAt": {"start": source.span(one)["start"], "end": source.span(one)["start"] + len(one.arg or "")}}
            for one in node.keywords
        ],
        "spread": any(isinstance(one, ast.Starred) for one in node.args) or any(one.arg is None for one in node.keywords),
        "mayAwait": isinstance(at, ast.AsyncFunctionDef) and not isinstance(node.parent, ast.Await),
    }
