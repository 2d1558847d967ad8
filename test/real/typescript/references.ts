import {
  getTokenPosOfNode,
  isArrowFunction,
  isAwaitExpression,
  isCallExpression,
  isExportSpecifier,
  isFunctionDeclaration,
  isFunctionExpression,
  isHeritageClause,
  isImportSpecifier,
  isMethodDeclaration,
  isShorthandPropertyAssignment,
  isSpreadElement,
  type Node,
  type SourceFile,
  SyntaxKind,
} from "typescript/unstable/ast";
import type { CallSite, Reference, Span } from "../language.ts";
import type { Compiler } from "./compiler.ts";
import { spanOf } from "./subjects.ts";

/** Everywhere the compiler finds the definition that is named at `at`, under that name, but not the definition itself. */
export const referencesAt = (file: string, at: Span, compiler: Compiler): Reference[] => {
  const source = compiler.source(file);
  const project = compiler.project();
  if (!source) return [];
  const name = source.text.slice(at.start, at.end);
  const node = tokenAt(source, at);
  if (!node) return [];
  const found = new Map<string, Reference>();
  for (const { references } of project.checker.getReferencedSymbolsForNode(node, at.start)) {
    for (const handle of references) {
      const mention = handle.resolve(project);
      if (!mention) continue;
      const where = mention.getSourceFile();
      const span = spanOf(mention, where);
      const path = compiler.relative(where.fileName);
      if (where.text.slice(span.start, span.end) !== name || (path === file && span.start === at.start)) continue;
      found.set(`${path} ${span.start}`, referenceOf(path, mention, span, where));
    }
  }
  return [...found.values()].toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.at.start - b.at.start));
};

const tokenAt = (source: SourceFile, { start, end }: Span): Node | undefined => {
  const search = (node: Node): Node | undefined => {
    if (node.end === end && node.kind === SyntaxKind.Identifier && getTokenPosOfNode(node, source) === start) return node;
    return node.pos <= start && end <= node.end ? node.forEachChild(search) : undefined;
  };
  return source.forEachChild(search);
};

const referenceOf = (path: string, node: Node, at: Span, source: SourceFile): Reference => {
  const { parent } = node;
  // `module.name(…)` is a call of `name` as well.
  const called = parent.kind === SyntaxKind.PropertyAccessExpression && parent.end === node.end ? parent : node;
  const call = isCallExpression(called.parent) && called.parent.expression === called ? callSiteOf(called.parent, source) : null;
  return { path, at, role: roleOf(node), isShorthand: isShorthandPropertyAssignment(parent), call };
};

const roleOf = (node: Node): Reference["role"] => {
  if (isImportSpecifier(node.parent)) return "import";
  if (isExportSpecifier(node.parent)) return "reexport";
  for (let at = node.parent; at.kind !== SyntaxKind.SourceFile; at = at.parent) {
    if (isHeritageClause(at)) return "heritage";
    if (isTypeKind(at.kind)) return "type";
    if (isCallExpression(at)) break;
  }
  return "value";
};

const isTypeKind = (kind: SyntaxKind): boolean => kind >= SyntaxKind.FirstTypeNode && kind <= SyntaxKind.LastTypeNode;

const callSiteOf = (node: Node, source: SourceFile): CallSite | null => {
  if (!isCallExpression(node)) return null;
  return {
    whole: spanOf(node, source),
    list: { start: node.arguments.pos, end: node.arguments.end },
    positional: node.arguments.map((argument) => spanOf(argument, source)),
    named: [],
    spread: node.arguments.some(isSpreadElement),
    mayAwait: !isAwaitExpression(node.parent) && standsInAsync(node),
  };
};

const standsInAsync = (node: Node): boolean => {
  for (let at = node.parent; at.kind !== SyntaxKind.SourceFile; at = at.parent) {
    if (isArrowFunction(at) || isFunctionDeclaration(at) || isFunctionExpression(at) || isMethodDeclaration(at))
      return at.modifiers?.some(({ kind }) => kind === SyntaxKind.AsyncKeyword) ?? false;
    if (at.kind === SyntaxKind.Constructor || at.kind === SyntaxKind.GetAccessor || at.kind === SyntaxKind.Parameter) return false;
  }
  return false;
};
