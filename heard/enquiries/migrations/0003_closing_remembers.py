from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("enquiries", "0002_what_the_adult_says_of_the_plan")]

    operations = [
        migrations.AddField("closing", "not_asked_words", models.TextField(blank=True, default=""), preserve_default=False),
        migrations.AddField("closing", "concluded_on", models.DateField(null=True, blank=True)),
        migrations.AddField("closing", "warned_of", models.JSONField(default=list, blank=True)),
    ]
