/** More than anybody reads; who wants them all reads the movement. */
const namesListedMax = 10

/** Names with commas between them; when there are very many, the first of them: a sentence stays one. */
export function namesInWords(names: readonly string[]): string {
  const first = names.slice(0, namesListedMax).join(', ')
  return names.length > namesListedMax ? `${first}, …` : first
}
