/**
 * The locales that a client prefers, best first: the `locale` parameter, if there is one, before those of `Accept-Language`.
 * Underscores, as Java writes them, count as dashes. See RFC 9110, section 12.5.4.
 */
export function preferredLocales(
  parameter: string | undefined,
  acceptLanguage: string | undefined,
): readonly string[] {
  const accepted = (acceptLanguage ?? '')
    .split(',', 32)
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';');
      const quality = parameters.map((each) => /^\s*q=([\d.]+)\s*$/i.exec(each)?.[1]).find(Boolean);
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => isTag(tag) && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
  const asked = parameter?.replaceAll('_', '-');
  return asked !== undefined && isTag(asked) ? [asked, ...accepted] : accepted;
}

function isTag(text: string): boolean {
  return /^[a-z]{1,8}(-[a-z\d]{1,8})*$/i.test(text);
}
