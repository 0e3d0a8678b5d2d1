/** The serial as letters and lists print it: `00042`. */
export const formatSerial = (serial: number): string => String(serial).padStart(5, '0');
