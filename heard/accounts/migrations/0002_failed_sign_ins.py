"""Failed sign-ins are counted, so that a guesser is slowed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_first")]
    operations = [
        migrations.CreateModel(
            name="FailedSignIn",
            fields=[
                ("address", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("failures", models.PositiveIntegerField(default=0)),
                ("last_failed_at", models.DateTimeField()),
            ],
        ),
    ]
