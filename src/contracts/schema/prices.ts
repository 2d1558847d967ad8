/**
 * What a comparison costs, in pairs of schemas that are looked at: most cost no more than that. What costs more has its price, so that a
 * bound on pairs is a bound on time.
 */
export const priceOf = (choices: number): number => (choices <= 10 ? 0 : 10 * choices);

/** Each condition is looked at together with all that is known, and so is its opposite. */
export const priceOfConditions = (conditions: number, atoms: number): number => (conditions <= 10 ? 0 : (conditions * atoms) / 50);

/** Each name that one part of an `allOf` knows is asked of all the others. */
export const priceOfParts = (parts: number): number => (parts <= 100 ? 0 : (parts * parts) / 100);

/** Some pairs lead to many sets of schemas that come to nothing. */
export const priceOfShape = 0.25;

/** A value may have to be tried against many alternatives. */
export const priceOfStep = 0.05;

/** Values are made up where alternatives may overlap. */
export const priceOfSample = 1;
