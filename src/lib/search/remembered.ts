/** A function of a text that works out each answer once: the same words come again and again. */
export function remembered<Answer extends object | string>(
  workOut: (text: string) => Answer,
): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = workOut(text);
    known.set(text, answer);
    return answer;
  };
}
