/** What a site says about a visitor: names of its own choosing and plain values. */
export type TraitValues = Record<string, string | number | boolean | null>;
