-- CreateTable
CREATE TABLE "column_choices" (
    "workspace_id" INTEGER NOT NULL,
    "header_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "answers" TEXT,

    CONSTRAINT "column_choices_pkey" PRIMARY KEY ("workspace_id","header_key","kind")
);
