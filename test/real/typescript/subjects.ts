import {
  type FunctionLikeDeclaration,
  getTokenPosOfNode,
  isArrowFunction,
  isBlock,
  isClassDeclaration,
  isEnumDeclaration,
  isFunctionDeclaration,
  isFunctionExpression,
  isIdentifier,
  isInterfaceDeclaration,
  isTypeAliasDeclaration,
  isVariableStatement,
  type Node,
  type SourceFile,
  type Statement,
  SyntaxKind,
} from "typescript/unstable/ast";
import type { Callable, Member, Parameter, Span, Subject, SubjectKind } from "../language.ts";

/** What a file defines at its top, under one name each: what is overloaded, merged from several or exported as default is left alone. */
export const subjectsOf = (path: string, file: SourceFile): Subject[] => {
  const found = file.statements.flatMap((statement) => subjectOf(path, statement, file) ?? []);
  return found.filter(({ name }) => found.filter((other) => other.name === name).length === 1);
};

/** Without the white space and comments before it. */
export const spanOf = (node: Node, file: SourceFile): Span => ({ start: getTokenPosOfNode(node, file), end: node.end });

const subjectOf = (path: string, statement: Statement, file: SourceFile): Subject | undefined => {
  const declared = declarationIn(statement);
  if (!declared) return;
  const { name, kind, callable, typeParameters, members } = declared;
  const words = modifiersOf(statement);
  if (words.some(({ kind: word }) => word === SyntaxKind.DefaultKeyword || word === SyntaxKind.DeclareKeyword)) return;
  const exportWord = words.find(({ kind: word }) => word === SyntaxKind.ExportKeyword);
  return {
    path,
    name: file.text.slice(getTokenPosOfNode(name, file), name.end),
    kind,
    exported: exportWord !== undefined,
    nameAt: spanOf(name, file),
    whole: lineOf({ start: getTokenPosOfNode(statement, file, true), end: statement.end }, file),
    exportWord: exportWord ? { start: getTokenPosOfNode(exportWord, file), end: exportWord.end + 1 } : null,
    typeParameters,
    callable: callable ? callableOf(callable, statement, file) : null,
    members: members.flatMap((member) => memberOf(member, kind, file) ?? []),
  };
};

interface Declared {
  readonly name: Node;
  readonly kind: SubjectKind;
  readonly callable: FunctionLikeDeclaration | null;
  readonly typeParameters: number;
  readonly members: readonly Node[];
}

const declarationIn = (statement: Statement): Declared | undefined => {
  if (isFunctionDeclaration(statement) && statement.name && statement.body)
    return { name: statement.name, kind: "function", callable: statement, typeParameters: count(statement.typeParameters), members: [] };
  if (isClassDeclaration(statement) && statement.name)
    return {
      name: statement.name,
      kind: "class",
      callable: null,
      typeParameters: count(statement.typeParameters),
      members: statement.members,
    };
  if (isInterfaceDeclaration(statement))
    return {
      name: statement.name,
      kind: "interface",
      callable: null,
      typeParameters: count(statement.typeParameters),
      members: statement.members,
    };
  if (isTypeAliasDeclaration(statement))
    return { name: statement.name, kind: "type", callable: null, typeParameters: count(statement.typeParameters), members: [] };
  if (isEnumDeclaration(statement))
    return { name: statement.name, kind: "enum", callable: null, typeParameters: 0, members: statement.members };
  if (!isVariableStatement(statement)) return;
  const [declaration, ...others] = statement.declarationList.declarations;
  if (!declaration || others.length > 0 || !isIdentifier(declaration.name)) return;
  const value = declaration.initializer;
  const callable = value && !declaration.type && (isArrowFunction(value) || isFunctionExpression(value)) ? value : null;
  return { name: declaration.name, kind: callable ? "function" : "variable", callable, typeParameters: 0, members: [] };
};

const count = (list: readonly unknown[] | undefined): number => list?.length ?? 0;

const modifiersOf = (node: Node): readonly Node[] => ("modifiers" in node && Array.isArray(node.modifiers) ? node.modifiers : []);

/** Up to the end of the last line, if nothing else stands on it. */
const lineOf = ({ start, end }: Span, { text }: SourceFile): Span => ({ start, end: text[end] === "\n" ? end + 1 : end });

const callableOf = (node: FunctionLikeDeclaration, statement: Statement, file: SourceFile): Callable | null => {
  const parameters = node.parameters.map((parameter): Parameter => {
    const { name, type } = parameter;
    return {
      name: isIdentifier(name) ? file.text.slice(getTokenPosOfNode(name, file), name.end) : null,
      whole: spanOf(parameter, file),
      nameAt: spanOf(name, file),
      type: type ? file.text.slice(getTokenPosOfNode(type, file), type.end) : null,
      optional: parameter.questionToken !== undefined || parameter.initializer !== undefined,
      rest: parameter.dotDotDotToken !== undefined,
      named: false,
    };
  });
  const list = { start: node.parameters.pos, end: node.parameters.end };
  // `value => …` has no brackets to put another parameter into.
  if (file.text[list.start - 1] !== "(") return null;
  const { body, type, asteriskToken } = node;
  const isAsync = modifiersOf(node).some(({ kind }) => kind === SyntaxKind.AsyncKeyword);
  const exportWord = modifiersOf(statement).find(({ kind }) => kind === SyntaxKind.ExportKeyword);
  const wordAt = isFunctionDeclaration(node)
    ? exportWord
      ? exportWord.end + 1
      : getTokenPosOfNode(statement, file)
    : getTokenPosOfNode(node, file);
  return {
    parameters,
    list,
    body: body && isBlock(body) ? { at: getTokenPosOfNode(body, file) + 1, indent: "  " } : null,
    asyncAt: isAsync || asteriskToken ? null : wordAt,
    returns: type ? { ...spanOf(type, file), type: file.text.slice(getTokenPosOfNode(type, file), type.end) } : null,
  };
};

const memberOf = (node: Node, kind: SubjectKind, file: SourceFile): Member | undefined => {
  const name = "name" in node ? (node.name as Node | undefined) : undefined;
  if (!name || !isIdentifier(name)) return;
  const words = modifiersOf(node).map((word) => word.kind);
  if (words.some((word) => withheld.has(word))) return;
  const whole = lineOf({ start: getTokenPosOfNode(node, file, true), end: node.end }, file);
  // The comma between cases of an enum is of none of them.
  const end = file.text[node.end] === "," ? node.end + (file.text[node.end + 1] === "\n" ? 2 : 1) : whole.end;
  return {
    name: file.text.slice(getTokenPosOfNode(name, file), name.end),
    nameAt: spanOf(name, file),
    whole: { start: whole.start, end },
    isStatic: kind === "enum" || words.includes(SyntaxKind.StaticKeyword),
  };
};

const withheld: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.PrivateKeyword,
  SyntaxKind.ProtectedKeyword,
  SyntaxKind.OverrideKeyword,
  SyntaxKind.AbstractKeyword,
]);
