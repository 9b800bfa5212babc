-- CreateTable
CREATE TABLE "invitations" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "survey" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "locale" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "invitations_workspace_id_customer_id_created_at_idx" ON "invitations"("workspace_id", "customer_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_workspace_id_token_key" ON "invitations"("workspace_id", "token");

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
