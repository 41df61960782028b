/** True in development and test builds, false in release bundles: what stands behind it vanishes there. */
declare const __TEST_BUILD__: boolean;
