import { isLockfile } from "../advisory.ts";
import { nameOf } from "../../base/paths.ts";

/** Whether a path is in a language of schemas, or a document that may be one: what code is generated from, as a rule. */
export const maybeSchema = (path: string): boolean =>
  schema.test(path) || (/\.(?:json|ya?ml)$/.test(path) && !isLockfile(path) && !settings.test(path));

/** Whether a path is named like something generated. */
export const looksGenerated = (path: string): boolean => generatedFolder.test(path) || generatedName.test(nameOf(path));

/** Whether a generator could have written it: code, and not something written by hand for sure. */
export const maybeCode = (path: string): boolean => code.test(path);

const schema = /\.(?:proto|graphqls?|gql|sql|prisma|avsc|avdl|thrift|fbs|capnp|xsd|wsdl|tsp|smithy|raml|cue|asn1?|g4|y|l|x)$/;
const settings =
  /(?:^|\/)(?:package\.json|composer\.json|[jt]sconfig[\w.-]*\.json|\.[^/]*|(?:docker-)?compose[\w.-]*\.ya?ml|mkdocs\.ya?ml)$|^\.github\/|(?:^|\/)(?:locales?|i18n|charts|helm|k8s)\//;
const code = /\.(?:[cm]?[jt]sx?|go|pyi?|rb|rs|java|kts?|swift|dart|cs|php|scala|c|cc|cpp|h|hpp|graphqls?|ex|exs)$/;
const generatedFolder = /(?:^|\/)(?:_?_?generated_?_?|gen|genproto|gql|mocks?|codegen|stubs|autogen)\//i;
const generatedName =
  /[._-](?:pb|pb2|pb2_grpc|gen|generated|g|freezed|mock|mocks|string|enumer|sql|connect|grpc)\.\w+$|_pb2?\.|\.pb\.|_grpc_pb\.|^(?:mock_|zz_generated|generated_|generated\.|bindata)|^schema\.d\.ts$/i;
