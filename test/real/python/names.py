"""What the names of a module stand for, followed through imports to where something is defined."""

import ast


class Found:
    """`kind` is module, def, class, value or outside; `node` its definition."""

    def __init__(self, kind, path, name="", node=None):
        self.kind, self.path, self.name, self.node = kind, path, name, node


OUTSIDE = Found("outside", "")


def bindings(tree, path):
    """Names at the top of a module, each with the statements that bind it; "*" stands for what nobody can list."""
    if ("bindings", path) in tree.known:
        return tree.known["bindings", path]
    found = {}
    tree.known["bindings", path] = found
    source = tree.sources.get(path)
    for statement in _top(source.tree.body) if source else []:
        for name, node in _bound(tree, path, statement):
            found.setdefault(name, []).append(node)
    if not source:
        found["*"] = [None]
    if "__getattr__" in found:
        found["*"] = [None]
    return found


def lookup(tree, path, name, depth=0):
    """What a module offers under a name; None when it offers no such thing."""
    bound = bindings(tree, path).get(name)
    if bound is None:
        below = tree.submodule(path, name)
        if below:
            return Found("module", below)
        return OUTSIDE if "*" in bindings(tree, path) else None
    if len(bound) > 1 or depth > 12:
        return OUTSIDE
    return _meaning(tree, path, name, bound[0], depth)


def imported(tree, path, node, alias, depth=0):
    """What one name of an import statement stands for; None when there is no such thing."""
    if isinstance(node, ast.Import):
        whole = alias.name if alias.asname else alias.name.split(".")[0]
        target = tree.resolve(path, whole, 0)
        return Found("module", target) if target else OUTSIDE if target is None else None
    target = tree.resolve(path, node.module or "", node.level)
    if target is None:
        return OUTSIDE
    return lookup(tree, target, alias.name, depth + 1) if target else None


def _meaning(tree, path, name, node, depth):
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return Found("def", path, name, node)
    if isinstance(node, ast.ClassDef):
        return Found("class", path, name, node)
    if isinstance(node, tuple):
        statement, alias = node
        return imported(tree, path, statement, alias, depth) or OUTSIDE
    return Found("value", path, name, node)


def _top(body):
    for statement in body:
        yield statement
        for field in ("body", "orelse", "finalbody"):
            if not isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                yield from _top(getattr(statement, field, []))
        for handler in getattr(statement, "handlers", []):
            yield from _top(handler.body)


def _bound(tree, path, statement):
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield statement.name, statement
    elif isinstance(statement, (ast.Import, ast.ImportFrom)):
        for alias in statement.names:
            if alias.name == "*":
                yield from _starred(tree, path, statement)
            else:
                yield alias.asname or alias.name.split(".")[0], (statement, alias)
    else:
        for node in _heads(statement):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                yield node.id, statement
            elif isinstance(node, ast.ExceptHandler) and node.name:
                yield node.name, statement


def _heads(statement):
    """A statement without the statements inside it, for those come by themselves."""
    yield statement
    for child in ast.iter_child_nodes(statement):
        if not isinstance(child, ast.stmt):
            yield from _heads(child)


def _starred(tree, path, statement):
    target = tree.resolve(path, statement.module or "", statement.level)
    if not target:
        yield "*", None
        return
    listed = listed_names(tree, target)
    for name in bindings(tree, target):
        if name == "*" or (name in listed if listed is not None else not name.startswith("_")):
            yield name, (statement, ast.alias(name=name, asname=None))


def listed_names(tree, path):
    """Names that a module says it offers; None where it does not say, or not plainly."""
    said = bindings(tree, path).get("__all__")
    if said is None:
        return None
    found = [element.value for element in listed_elements(tree, path)]
    return found if len(said) == 1 and found else None


def listed_elements(tree, path):
    for statement in bindings(tree, path).get("__all__", []):
        if isinstance(statement, ast.Assign) and isinstance(statement.value, (ast.List, ast.Tuple)):
            yield from (one for one in statement.value.elts if isinstance(one, ast.Constant) and isinstance(one.value, str))
