-- What `npm run seed` has added or left out: see prisma/shop/seed/seed-catalogue.ts.
CREATE TABLE "SeededGood" (
    "slug" TEXT NOT NULL PRIMARY KEY,
    "demoDigest" TEXT
);
