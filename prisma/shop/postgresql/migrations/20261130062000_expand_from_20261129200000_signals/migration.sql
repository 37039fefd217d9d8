CREATE TABLE "Signal" (
    "name" TEXT COLLATE "C" NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "Signal_pkey" PRIMARY KEY ("name")
);
