"""What an interpreter, or a careful reader, would object to: told as sentences without places, each with how often."""

import ast
import builtins
from collections import Counter

from calls import call_problem
from names import OUTSIDE, Found, bindings, imported, listed_elements, lookup

BUILTINS = set(dir(builtins)) | {"__file__", "__name__", "__doc__", "__path__", "__spec__", "__package__", "__loader__", "WindowsError"}
AWAITERS = {"run", "create_task", "gather", "ensure_future", "wait_for", "run_until_complete", "start_soon", "spawn"}


def problems_in(tree, paths):
    found = Counter()
    for path in paths:
        if path in tree.broken:
            found["syntax error"] += 1
        elif path in tree.sources:
            found.update(_problems(tree, path))
    return found


def _problems(tree, path):
    source = tree.sources[path]
    here = imports_of(tree, path, source)
    yield from _import_problems(tree, path, source)
    yield from _undefined(tree, path, source)
    for node in source.nodes:
        if isinstance(node, ast.Attribute):
            yield from _attribute_problem(tree, path, here, node)
        elif isinstance(node, ast.Call):
            target = resolve_expression(tree, path, here, node.func)
            yield from call_problem(target, node)
            if target and isinstance(target.node, ast.AsyncFunctionDef) and not _generates(target.node) and not _awaited(node):
                yield f"{target.name} is not awaited"


def imports_of(tree, path, source):
    """What imported names stand for, those inside of functions included; nobody can tell what is also bound otherwise."""
    if ("imports", path) in tree.known:
        return tree.known["imports", path]
    here = tree.known["imports", path] = {}
    for node in source.nodes:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                if alias.name != "*":
                    local = alias.asname or alias.name.split(".")[0]
                    meaning = imported(tree, path, node, alias)
                    here[local] = meaning if local not in here or _same(here[local], meaning) else OUTSIDE
    for name in (source.arguments | source.stored) & here.keys():
        here[name] = OUTSIDE
    return here


def _same(one, other):
    return one is not None and other is not None and (one.kind, one.path, one.name) == (other.kind, other.path, other.name)


def _import_problems(tree, path, source):
    for node in source.nodes:
        if isinstance(node, ast.ImportFrom) and tree.resolve(path, node.module or "", node.level) == "":
            yield f"no module {node.module}"
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if alias.name != "*" and imported(tree, path, node, alias) is None:
                    yield f"nothing to import as {alias.name} from {node.module}"
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if tree.resolve(path, alias.name, 0) == "":
                    yield f"no module {alias.name}"


def _undefined(tree, path, source):
    bound = bindings(tree, path)
    if "*" in bound:
        return
    scopes = source.scopes()
    declared = {symbol.get_name() for table in scopes for symbol in table.get_symbols() if symbol.is_declared_global()}
    for table in scopes:
        for symbol in table.get_symbols():
            name = symbol.get_name()
            is_global = table.get_type() == "module" or symbol.is_global()
            if symbol.is_referenced() and is_global and not symbol.is_assigned() and name not in bound and name not in BUILTINS and name not in declared:
                yield f"{name} is not defined"
    for element in listed_elements(tree, path):
        if lookup(tree, path, element.value) is None:
            yield f"{element.value} is listed and not defined"


def resolve_expression(tree, path, here, node):
    """What a name or a chain of attributes stands for; None when nobody can tell."""
    if isinstance(node, ast.Name):
        if node.id in here:
            return here[node.id]
        bound = bindings(tree, path).get(node.id, [])
        shadowed = node.id in tree.sources[path].arguments
        return lookup(tree, path, node.id) if len(bound) == 1 and not shadowed else None
    if isinstance(node, ast.Attribute):
        owner = resolve_expression(tree, path, here, node.value)
        if owner and owner.kind == "module":
            return lookup(tree, owner.path, node.attr)
    return None


def _attribute_problem(tree, path, here, node):
    owner = resolve_expression(tree, path, here, node.value)
    if owner and owner.kind == "module" and not node.attr.startswith("__"):
        if lookup(tree, owner.path, node.attr) is None:
            yield f"module {owner.path} has no {node.attr}"
        return
    static = owner is not None and owner.kind == "class"
    if not static:
        owner = _annotated(tree, path, here, node.value)
    if owner and owner.kind == "class" and not node.attr.startswith("__"):
        members = class_members(tree, owner)
        if members is not None and node.attr not in members:
            yield f"{owner.name} has no {node.attr}"


def _annotated(tree, path, here, node):
    """The class that a parameter is said to be of."""
    if not isinstance(node, ast.Name):
        return None
    at = node
    while at is not None and not isinstance(at, (ast.FunctionDef, ast.AsyncFunctionDef)):
        at = getattr(at, "parent", None)
    for argument in at.args.posonlyargs + at.args.args + at.args.kwonlyargs if at else []:
        if argument.arg == node.id and argument.annotation is not None:
            rebound = any(isinstance(one, ast.Name) and one.id == node.id and not isinstance(one.ctx, ast.Load) for one in ast.walk(at))
            return None if rebound else resolve_expression(tree, path, here, argument.annotation)
    return None


def class_members(tree, owner: Found, depth=0):
    """Names of its members, inherited ones included; None when nobody can list them."""
    if depth > 8 or owner.node.keywords:
        return None
    found = set()
    for base in owner.node.bases:
        parent = resolve_expression(tree, owner.path, imports_of(tree, owner.path, tree.sources[owner.path]), base)
        if isinstance(base, ast.Name) and base.id in ("object", "Enum", "IntEnum", "ABC", "NamedTuple", "Exception", "Protocol"):
            continue
        inherited = class_members(tree, parent, depth + 1) if parent and parent.kind == "class" else None
        if inherited is None:
            return None
        found |= inherited
    for node in ast.walk(owner.node):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            found.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            found.add(node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.add(node.value)
    return None if "__getattr__" in found or "__getattribute__" in found else found | {"name", "value", "args"}


def _generates(function):
    return any(isinstance(node, (ast.Yield, ast.YieldFrom)) for node in ast.walk(function))


def _awaited(node):
    parent = node.parent
    if isinstance(parent, ast.Await):
        return True
    if isinstance(parent, ast.Call):
        return getattr(parent.func, "attr", getattr(parent.func, "id", "")) in AWAITERS
    return False
