/** In degrees. */
export interface Location {
  readonly latitude: number;
  readonly longitude: number;
}

const EARTH_RADIUS_METERS = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in whole metres (haversine). */
export const metersBetween = (one: Location, other: Location): number => {
  const height = radians(other.latitude - one.latitude) / 2;
  const width = radians(other.longitude - one.longitude) / 2;
  const across = Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude));
  const a = Math.sin(height) ** 2 + across * Math.sin(width) ** 2;
  return Math.round(2 * EARTH_RADIUS_METERS * Math.asin(Math.sqrt(a)));
};
