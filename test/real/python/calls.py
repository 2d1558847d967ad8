"""Whether the arguments of a call fit what is called."""

import ast


def call_problem(target, call):
    """At most one sentence. What is decorated may take anything."""
    function, skipped = _called(target)
    if function is None or function.decorator_list:
        return
    if any(isinstance(one, ast.Starred) for one in call.args) or any(one.arg is None for one in call.keywords):
        return
    wanted = function.args
    by_place = (wanted.posonlyargs + wanted.args)[skipped:]
    required = by_place[: len(by_place) - len(wanted.defaults)] if wanted.defaults else by_place
    given = {one.arg for one in call.keywords}
    if len(call.args) > len(by_place) and wanted.vararg is None:
        yield f"{target.name} takes fewer arguments"
        return
    known = {one.arg for one in wanted.args[max(0, skipped - len(wanted.posonlyargs)) :] + wanted.kwonlyargs}
    strange = given - known
    if strange and wanted.kwarg is None:
        yield f"{target.name} has no parameter {sorted(strange)[0]}"
        return
    missing = [one.arg for one in required[len(call.args) :] if one.arg not in given]
    named = [one.arg for one, default in zip(wanted.kwonlyargs, wanted.kw_defaults) if default is None and one.arg not in given]
    if missing or named:
        yield f"{target.name} needs {(missing + named)[0]}"


def _called(target):
    if target is None:
        return None, 0
    if target.kind == "def":
        return target.node, 0
    if target.kind == "class" and not target.node.decorator_list and not target.node.keywords:
        own = [one for one in target.node.body if isinstance(one, ast.FunctionDef) and one.name in ("__init__", "__new__")]
        if len(own) == 1 and own[0].name == "__init__":
            return own[0], 1
    return None, 0
