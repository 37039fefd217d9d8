-- What `npm run seed` has added or left out: see prisma/shop/seed/seed-catalogue.ts.
CREATE TABLE "SeededGood" (
    "slug" TEXT COLLATE "C" NOT NULL,
    "demoDigest" TEXT COLLATE "C",
    CONSTRAINT "SeededGood_pkey" PRIMARY KEY ("slug")
);
