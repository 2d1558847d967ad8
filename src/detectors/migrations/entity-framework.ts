import { type NumberedTool, numberedClaim } from "./numbered-tool.ts";

/** `Migrations/20240131120000_Title.cs` with its `.Designer.cs`. */
export const entityFramework: NumberedTool = {
  name: "EF Core",
  advice: "Remove it with `dotnet ef migrations remove` and add it again, so that the model snapshot fits.",

  claim(path) {
    const [, sequence, title, number] = /^((?:.*\/)?Migrations(?:\/\w+)?)\/((\d{14})_\w+?)(?:\.Designer)?\.cs$/.exec(path) ?? [];
    if (sequence === undefined || title === undefined || number === undefined) return undefined;
    return numberedClaim(sequence, number, `${sequence}/${title}`);
  },
};
