/** Thrown and caught inside the parser alone: what is wrong, and at which offset of the text. */
export class ParseFault extends Error {
  readonly offset: number;
  /** `syntax`: not protobuf. `bound`: more than we are ready to follow. */
  readonly kind: "syntax" | "bound";

  constructor(reason: string, offset: number, kind: "syntax" | "bound" = "syntax") {
    super(reason);
    this.offset = offset;
    this.kind = kind;
  }
}
