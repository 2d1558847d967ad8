import path from "node:path";
import {
  getTokenPosOfNode,
  isCallExpression,
  isExportDeclaration,
  isImportDeclaration,
  isNamedExports,
  isNamedImports,
  isStringLiteral,
  type Node,
  type SourceFile,
  SyntaxKind,
} from "typescript/unstable/ast";
import type { Link, LinkedName } from "../language.ts";
import type { Compiler } from "./compiler.ts";
import { spanOf } from "./subjects.ts";

/** Every import and re-export of a file, with what the compiler takes its module for. */
export const linksOf = (file: string, source: SourceFile, compiler: Compiler): Link[] => {
  const found: { readonly specifier: Node; readonly link: Omit<Link, "target"> }[] = [];
  const visit = (node: Node): void => {
    const link = linkIn(file, node, source);
    if (link) found.push(link);
    node.forEachChild(visit);
  };
  source.forEachChild(visit);
  if (found.length === 0) return [];
  const symbols = compiler.project().checker.getSymbolAtLocation(found.map(({ specifier }) => specifier));
  const own = new Set(compiler.files);
  return found.map(({ link }, at) => {
    // A symbol knows its file by a path that a file system without cases would have folded; ours here do not.
    const declared = symbols[at]?.declarations[0]?.path;
    const target = declared === undefined ? undefined : compiler.relative(path.normalize(declared));
    return { ...link, target: target !== undefined && own.has(target) ? target : null };
  });
};

const linkIn = (file: string, node: Node, source: SourceFile): { specifier: Node; link: Omit<Link, "target"> } | undefined => {
  const linked = (specifier: Node, rest: Pick<Link, "form" | "isReexport" | "names">) => ({
    specifier,
    link: {
      path: file,
      statement: spanOf(node, source),
      specifier: { start: getTokenPosOfNode(specifier, source) + 1, end: specifier.end - 1 },
      ...rest,
    },
  });
  if (isImportDeclaration(node)) {
    const bindings = node.importClause?.namedBindings;
    const named = bindings && isNamedImports(bindings);
    const names = named ? bindings.elements.map((element) => nameOf(element, element.propertyName, element.name, source)) : [];
    return linked(node.moduleSpecifier, { form: bindings && !named ? "namespace" : "names", isReexport: false, names });
  }
  if (isExportDeclaration(node) && node.moduleSpecifier) {
    const clause = node.exportClause;
    const named = clause && isNamedExports(clause);
    const names = named ? clause.elements.map((element) => nameOf(element, element.propertyName, element.name, source)) : [];
    return linked(node.moduleSpecifier, { form: named ? "names" : clause ? "namespace" : "all", isReexport: true, names });
  }
  if (isCallExpression(node) && node.expression.kind === SyntaxKind.ImportKeyword) {
    const [specifier] = node.arguments;
    if (specifier && isStringLiteral(specifier)) return linked(specifier, { form: "dynamic", isReexport: false, names: [] });
  }
  return;
};

const nameOf = (whole: Node, imported: Node | undefined, local: Node, source: SourceFile): LinkedName => {
  const textOf = (node: Node) => source.text.slice(getTokenPosOfNode(node, source), node.end);
  return { imported: textOf(imported ?? local), local: textOf(local), whole: spanOf(whole, source) };
};
