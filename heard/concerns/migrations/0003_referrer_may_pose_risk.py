"""Whether the person who raised a concern may pose a risk is kept with what they were told."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("concerns", "0002_what_was_said_of_the_adult")]

    operations = [
        migrations.AddField(
            model_name="referrerfeedback",
            name="referrer_may_pose_risk",
            field=models.CharField(blank=True, choices=[("yes", "Yes"), ("no", "No")], max_length=3),
        )
    ]
