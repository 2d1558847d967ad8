"""What can be refactored in a tree of Python files, what leads where, and everything that mentions it."""

import ast
import re

from mentions import member_references, references
from names import bindings, listed_elements
from sources import Source, Tree


def survey(tree: Tree):
    files, subjects, links = {}, [], []
    for path, source in sorted(tree.sources.items()):
        files[path] = {"text": source.text, "afterImports": _after_imports(source), "isTest": _is_test(path)}
        links.extend(_links(tree, source))
        if not _is_test(path):
            subjects.extend(_subjects(tree, source))
    relative = sum(1 for source in tree.sources.values() for node in source.nodes if isinstance(node, ast.ImportFrom) and node.level)
    absolute = sum(1 for link in links if link["target"] and not link["relative"])
    return {
        "files": files,
        "subjects": subjects,
        "links": links,
        "references": references(tree, subjects),
        "memberReferences": member_references(tree, subjects),
        "roots": {path: tree.root_of(path) for path in files},
        "packages": sorted(path for path in files if path.endswith("__init__.py")),
        "relative": relative > absolute / 3,
    }


def _is_test(path):
    return re.search(r"(^|/)tests?/|(^|/)(test_[^/]*|conftest)\.py$|_test\.py$", path) is not None


def _after_imports(source: Source):
    ends = [one.end_lineno for one in source.tree.body if isinstance(one, (ast.Import, ast.ImportFrom))]
    return source.starts[ends[-1]] if ends else 0


def _links(tree, source):
    for node in source.nodes:
        if isinstance(node, ast.ImportFrom):
            yield from _links_from(tree, source, node)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                target = tree.resolve(source.path, alias.name, 0) or None
                start = source.at(alias.lineno, alias.col_offset)
                yield _link(source, node, target, {"start": start, "end": start + len(alias.name)}, "namespace", False, [], False)


def _links_from(tree, source, node):
    target = tree.resolve(source.path, node.module or "", node.level) or None
    statement = source.span(node)
    written = re.match(r"from\s+([.\w]+)", source.text[statement["start"] : statement["end"]])
    if not written:
        return
    specifier = {"start": statement["start"] + written.start(1), "end": statement["start"] + written.end(1)}
    listed = {one.value for one in listed_elements(tree, source.path)}
    if node.names[0].name == "*":
        yield _link(source, node, target, specifier, "all", True, [], node.level > 0)
        return
    names = []
    for alias in node.names:
        below = tree.submodule(target, alias.name) if target and alias.name not in bindings(tree, target) else None
        if below:
            yield _link(source, node, below, source.span(alias), "namespace", False, [], node.level > 0)
        else:
            names.append({"imported": alias.name, "local": alias.asname or alias.name, "whole": source.span(alias)})
    passes = source.path.endswith("__init__.py") or any(name["local"] in listed for name in names)
    if names:
        yield _link(source, node, target, specifier, "names", passes, names, node.level > 0)


def _link(source, node, target, specifier, form, reexport, names, relative):
    return {
        "path": source.path,
        "statement": source.span(node),
        "specifier": specifier,
        "target": target,
        "form": form,
        "isReexport": reexport,
        "names": names,
        "relative": relative,
    }


def _subjects(tree, source):
    for node in source.tree.body:
        name = getattr(node, "name", None)
        target = node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1 else getattr(node, "target", None)
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and isinstance(target, ast.Name) and node.value is not None:
            name = target.id
        if name is None or name.startswith("__") or len(bindings(tree, source.path).get(name, [])) != 1:
            continue
        yield _subject(source, node, name)


def _subject(source, node, name):
    is_class = isinstance(node, ast.ClassDef)
    is_function = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    bases = [getattr(base, "id", getattr(base, "attr", "")) for base in node.bases] if is_class else []
    is_enum = any(base.endswith("Enum") or base == "Flag" for base in bases)
    first = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", []))])
    whole = {"start": source.starts[first - 1], "end": min(source.starts[node.end_lineno], len(source.text))}
    return {
        "path": source.path,
        "name": name,
        "kind": "function" if is_function else "enum" if is_enum else "class" if is_class else "variable",
        "exported": not name.startswith("_"),
        "nameAt": name_at(source, node, name),
        "whole": whole,
        "exportWord": None,
        "typeParameters": 0,
        "callable": _callable(source, node, name) if is_function and not node.decorator_list else None,
        "members": [one for child in node.body for one in _members(source, child, is_enum)] if is_class else [],
    }


def name_at(source, node, name):
    """Where a definition says its name: behind `def` or `class`, or at the front."""
    start = source.at(node.lineno, node.col_offset)
    head = re.compile(r"(?:async\s+)?(?:def|class)\s+").match(source.text, start)
    at = head.end() if head else start
    return {"start": at, "end": at + len(name)}


def _callable(source, node, name):
    wanted = node.args
    opened = source.text.index("(", name_at(source, node, name)["end"]) + 1
    by_place = wanted.posonlyargs + wanted.args
    firm = len(by_place) - len(wanted.defaults)
    found = [_parameter(source, one, wanted.defaults[i - firm] if i >= firm else None) for i, one in enumerate(by_place)]
    if wanted.vararg:
        found.append(_parameter(source, wanted.vararg, None, rest=True))
    elif wanted.kwonlyargs:
        # The bare star: nothing may be put behind it that is passed by its place.
        star = source.text.rindex("*", 0, source.at(wanted.kwonlyargs[0].lineno, wanted.kwonlyargs[0].col_offset))
        found.append({"name": None, "whole": {"start": star, "end": star + 1}, "nameAt": {"start": star, "end": star}, "type": None, "optional": True, "rest": True, "named": False})
    found += [_parameter(source, one, default, named=True) for one, default in zip(wanted.kwonlyargs, wanted.kw_defaults)]
    if wanted.kwarg:
        found.append(_parameter(source, wanted.kwarg, None, rest=True, named=True))
    end = found[-1]["whole"]["end"] if found else opened
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    line = min([body[0].lineno, *(one.lineno for one in getattr(body[0], "decorator_list", []))]) if body else node.lineno
    yields = any(isinstance(one, (ast.Yield, ast.YieldFrom)) for one in ast.walk(node))
    return {
        "parameters": found,
        "list": {"start": opened, "end": end},
        "body": {"at": source.starts[line - 1] - 1, "indent": " " * body[0].col_offset} if body and line > node.lineno else None,
        "asyncAt": None if isinstance(node, ast.AsyncFunctionDef) or yields else source.at(node.lineno, node.col_offset),
        "returns": {**source.span(node.returns), "type": ast.unparse(node.returns)} if node.returns else None,
    }


def _parameter(source, node, default, rest=False, named=False):
    span = source.span(node)
    start = span["start"] - ((2 if named else 1) if rest else 0)
    end = source.span(default)["end"] if default is not None else span["end"]
    return {
        "name": node.arg,
        "whole": {"start": start, "end": end},
        "nameAt": {"start": span["start"], "end": span["start"] + len(node.arg)},
        "type": ast.unparse(node.annotation) if node.annotation else None,
        "optional": default is not None,
        "rest": rest,
        "named": named,
    }


def _members(source, node, is_enum):
    is_def = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    target = node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1 else getattr(node, "target", None)
    name = node.name if is_def else target.id if isinstance(node, (ast.Assign, ast.AnnAssign)) and isinstance(target, ast.Name) else None
    if name is None or name.startswith("_"):
        return
    decorators = [getattr(one, "id", getattr(one, "attr", "")) for one in node.decorator_list] if is_def else []
    if any(one not in ("staticmethod", "classmethod", "property") for one in decorators):
        return
    first = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", []))])
    yield {
        "name": name,
        "nameAt": name_at(source, node, name),
        "whole": {"start": source.starts[first - 1], "end": min(source.starts[node.end_lineno], len(source.text))},
        "isStatic": is_enum or (not is_def and getattr(node, "value", None) is not None) or "staticmethod" in decorators or "classmethod" in decorators,
    }
