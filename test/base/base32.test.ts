import fc from "fast-check";
import { expect, test } from "vitest";
import { base32 } from "../../src/base/base32.ts";

/** RFC 4648, section 10. */
const vectors: [string, string][] = [
  ["", ""],
  ["f", "MY======"],
  ["fo", "MZXQ===="],
  ["foo", "MZXW6==="],
  ["foob", "MZXW6YQ="],
  ["fooba", "MZXW6YTB"],
  ["foobar", "MZXW6YTBOI======"],
];

for (const [text, encoded] of vectors) {
  test(`"${text}" agrees with RFC 4648 in all full characters`, () => {
    const bits = Math.floor((text.length * 8) / 5);
    expect(base32(Buffer.from(text), 100)).toBe(encoded.toLowerCase().slice(0, bits));
  });
}

test("every character carries the next five bits", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.nat(60), (bytes, length) => {
      const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
      const text = base32(bytes, length);
      expect(text).toHaveLength(Math.min(length, Math.floor(bits.length / 5)));
      const read = [...text].map((char) => "abcdefghijklmnopqrstuvwxyz234567".indexOf(char).toString(2).padStart(5, "0"));
      expect(read.join("")).toBe(bits.slice(0, text.length * 5));
    }),
  );
});
