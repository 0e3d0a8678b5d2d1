/** The line of a Japanese letter that tells whoever reads Nepali how to answer. */
export const letterLine = 'नेपालीमा जवाफ दिन सकिन्छ: फोनले QR कोड स्क्यान गर्नुहोस् र पृष्ठको माथि “नेपाली” छान्नुहोस्।';
