/** Bytes of a file that is read at all: a picture of this size can still be scaled down. */
export const FILE_LIMIT = 50_000_000;

/**
 * Pixels of a picture's longest side. The server of 1.18 scales down what is larger, to a JPEG of any size, and refuses
 * more than 5 MiB of base64 [measured]; models see no more than this either.
 */
export const SIDE_LIMIT = 2_000;

/** Bytes of a picture as it is sent: 4.7 MB as base64. */
export const PICTURE_LIMIT = 3_500_000;

export const PDF_LIMIT = 10_000_000;

/** Bytes of a text: some 125,000 tokens, more than most models have room for. */
export const TEXT_FILE_LIMIT = 500_000;

/** Bytes of all files of one prompt. */
export const TOTAL_LIMIT = 20_000_000;

export const COUNT_LIMIT = 20;
