/** Whether the title of a commit suggests that it mends something. */
export const looksLikeFix = (title: string): boolean => fixing.test(title);

/** Whether the title of a commit says that a merge is to blame. */
export const blamesMerge = (title: string): boolean => blaming.test(title);

const fixing =
  /\b(?:(?:hot-?)?fix(?:e[sd]|ing|ups?)?|repair\w*|correct(?:s|ed|ion)?|broke|broken|break(?:s|age)|regress\w*|revert\w*|restor\w*|missing|forg[eo]t\w*|oops|accident\w*|conflicts?|(?:mis-?)merge[sd]?|fail(?:s|ed|ing|ures?)?|duplicate[sd]?|undefined|compil\w* errors?)\b/i;

const blaming =
  /\b(?:(?:after|since|caused by|broken by|introduced (?:in|by)|lost in) (?:the |a |an |last |previous |bad |wrong |recent )*(?:merge|merging|rebase|rebasing)\b|(?:bad|broken|botched|wrong|incorrect|failed|faulty) (?:merge|rebase)\b|mis-?merge|merge (?:errors?|mistakes?|fallout|artifacts?|conflicts?|markers?)\b)/i;
